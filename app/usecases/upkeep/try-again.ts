// The merchant asks for another try: every job that may end one of the shop's troubles is rung. Twice is as good as once.
import type { ShopJobName } from '#app/core/jobs.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { withTransaction } from '#app/db/pool.server.ts';
import { BELLS } from './bells.ts';

/** Whether a shop has left, or is to be erased, isn't the merchant's to hurry. */
const NOT_THESE: readonly ShopJobName[] = ['check_installation', 'erase_shop'];

export async function tryAgain(shopId: number): Promise<void> {
  const jobs = new Set<ShopJobName>(['reconcile_shop', ...BELLS.map(({ job }) => job)]);
  for (const other of NOT_THESE) jobs.delete(other);
  await withTransaction(async (client) => {
    for (const job of jobs) await enqueue(client, job, { shopId });
  });
}
