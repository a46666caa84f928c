// Workers are told of a bell that waits once it may be taken, and all who ask meanwhile share a notice.
import type { PoolClient } from 'pg';
import { expect, test } from 'vitest';
import { callWorkers } from '#app/db/upkeep/call-workers.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { memberWith, rewardShop, tap } from '#tests/support/rewards.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

/** How many notices came while `work` ran. */
async function heard(work: (listener: PoolClient) => Promise<unknown>): Promise<number> {
  const listener = await pool().connect();
  let notices = 0;
  const count = () => (notices += 1);
  listener.on('notification', count);
  try {
    await listener.query('listen "jobs:insert"');
    await work(listener);
    // What was told before this answer has been heard with it.
    await listener.query('unlisten *');
    return notices;
  } finally {
    listener.off('notification', count);
    listener.release();
  }
}

test('whoever asks while a notice is under way waits for the one after it, with all others', async () => {
  expect(await heard(() => callWorkers())).toBe(1);
  expect(await heard(() => Promise.all(Array.from({ length: 20 }, () => callWorkers())))).toBe(2);
  expect(await heard(() => callWorkers())).toBe(1);
});

test('a redemption tells of the bell that waits already, after its commit', async () => {
  const shop = await rewardShop();
  const customerId = await memberWith(shop, 1_000);
  await tap(shop, customerId);
  expect(await heard(() => tap(shop, customerId))).toBe(1);
});
