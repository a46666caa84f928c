// Writes what members are to be told, in the transaction of what it is about, and rings the job that tells it.
import type { PoolClient } from 'pg';
import { enqueue } from '#app/db/enqueue.server.ts';
import { addNotices, type NewNotice } from '#app/db/notices/notices.server.ts';

/** Safe to repeat: what was written before is told no second time. */
export async function writeNotices(
  client: PoolClient,
  shopId: number,
  notices: readonly NewNotice[],
  at: Date,
): Promise<void> {
  if (notices.length === 0) return;
  if ((await addNotices(client, shopId, notices, at)) > 0) await enqueue(client, 'tell_notices', { shopId });
}
