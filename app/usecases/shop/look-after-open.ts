// The merchant opens the app: Shopify is asked how the shop is set up, at most once an hour in each process. The page waits a moment for
// the answer, so that it shows what is so, and no longer.
import { setTimeout as sleep } from 'node:timers/promises';
import { now } from '#app/clock.server.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { withTransaction } from '#app/db/pool.server.ts';
import { log } from '#app/log.server.ts';
import { followShop } from './follow-shop.ts';

const EVERY_MS = 60 * 60_000;
const TRY_AGAIN_MS = 5 * 60_000;
const PATIENCE_MS = 1_500;

/** The instant from which on this process asks again, by shop: pages that open meanwhile don't wait for Shopify. */
const asksFrom = new Map<number, number>();
const MOST_KEPT = 5_000;

/**
 * Never throws because of Shopify; what couldn't be asked in time is a job.
 * @returns whether it was asked, so that the shop may be another now
 */
export async function lookAfterOpen(shopId: number): Promise<boolean> {
  const at = now().getTime();
  if (at < (asksFrom.get(shopId) ?? 0)) return false;
  if (asksFrom.size >= MOST_KEPT) asksFrom.clear();
  asksFrom.set(shopId, at + TRY_AGAIN_MS);
  const done = await Promise.race([follow(shopId), sleep(PATIENCE_MS, false, { ref: false })]);
  if (done) asksFrom.set(shopId, at + EVERY_MS);
  else await withTransaction((client) => enqueue(client, 'follow_shop', { shopId }));
  return done;
}

async function follow(shopId: number): Promise<boolean> {
  try {
    await followShop(shopId);
    return true;
  } catch (err) {
    log.warn({ err, shopId }, 'the shop could not be asked about when the app was opened');
    return false;
  }
}
