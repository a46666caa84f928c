// A moment asks the merchant for a note or a call. Nobody gets two within a year, and a note never comes beside a reward.
import type { PoolClient } from 'pg';
import { LAPSE_DAYS, REST_DAYS, WITHOUT_REWARD_DAYS } from '#app/core/tasks/task-limits.ts';
import type { NewTask } from '#app/core/tasks/task.ts';
import { addDays } from '#app/core/values/days.ts';
import { insertTask, tasksBefore } from '#app/db/tasks/made-tasks.server.ts';

export type TaskToMake = Omit<NewTask, 'orderId'> & {
  shopId: number;
  kind: 'note' | 'call';
  /** In the shop's calendar. */
  on: string;
  orderId?: string | null;
  at: Date;
};

/** `there`: made before, for this person. The member must be locked. Safe to repeat. */
export type MadeTask = 'made' | 'there' | 'too-soon' | 'beside-a-reward';

const DAY_MS = 86_400_000;

export async function makeTask(client: PoolClient, task: TaskToMake): Promise<MadeTask> {
  const { shopId, memberId, cause, on, at } = task;
  const lapsedOn = addDays(on, -LAPSE_DAYS);
  const { isThere, lastOn, rewardAt } = await tasksBefore(client, shopId, memberId, cause, lapsedOn);
  if (isThere) return 'there';
  if (lastOn !== null && addDays(lastOn, REST_DAYS) > on) return 'too-soon';
  const since = at.getTime() - WITHOUT_REWARD_DAYS * DAY_MS;
  if (task.kind === 'note' && rewardAt !== null && rewardAt.getTime() > since) return 'beside-a-reward';
  await insertTask(client, shopId, { ...task, orderId: task.orderId ?? null }, { on, at });
  return 'made';
}
