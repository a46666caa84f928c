// The merchant ticks tasks off, or takes a tick back. Two who do the same hear the same.
import { now } from '#app/clock.server.ts';
import type { DoneTasks, TaskName } from '#app/core/tasks/task.ts';
import { pool } from '#app/db/pool.server.ts';
import { finishTasks, reopenTasks } from '#app/db/tasks/tasks.server.ts';

export async function doTasks(
  shopId: number,
  tasks: readonly TaskName[],
  userId: string,
): Promise<DoneTasks> {
  const done = await finishTasks(pool(), shopId, tasks, { userId, at: now() });
  return done.length === tasks.length ? { ok: true } : { ok: false, reason: 'gone' };
}

export async function undoTasks(shopId: number, tasks: readonly TaskName[]): Promise<DoneTasks> {
  await reopenTasks(pool(), shopId, tasks);
  return { ok: true };
}
