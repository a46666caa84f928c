// Who was left out by a file that is undone takes part again, as if never left out: unless somebody did it by hand since, or another
// file says the same.
import type { PoolClient } from 'pg';
import { now } from '#app/clock.server.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { setBlocked } from '#app/db/members/members.server.ts';
import { forgetLeftOut, leftOutByFiles } from '#app/db/moving-in/moved-members.server.ts';
import { afterBlocking } from '../members/after-blocking.ts';

export async function includeAgain(
  client: PoolClient,
  shopId: number,
  movingId: string,
  memberIds: readonly string[],
): Promise<void> {
  const marks = await leftOutByFiles(client, shopId, memberIds);
  const byOthers = new Set(
    marks.filter((mark) => mark.movingId !== movingId).map(({ memberId }) => memberId),
  );
  const wanted = marks.map(({ memberId }) => memberId).filter((memberId) => !byOthers.has(memberId));
  if (wanted.length === 0) return;
  if (await forgetLeftOut(client, shopId, movingId, wanted))
    await enqueue(client, 'apply_orders', { shopId });
  for (const memberId of wanted) {
    await setBlocked(client, shopId, memberId, false);
    await afterBlocking(client, { shopId, memberId, blocked: false, at: now() });
  }
}
