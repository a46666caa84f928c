// The merchant opens the app: Shopify is asked how the shop is set up, at most once an hour. The page waits a moment for
// the answer, so that it shows what is so, and no longer.
import { setTimeout as sleep } from 'node:timers/promises';
import { now } from '#app/clock.server.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { withTransaction } from '#app/db/pool.server.ts';
import { log } from '#app/log.server.ts';
import { followShop } from './follow-shop.ts';

const EVERY_MS = 60 * 60_000;
const PATIENCE_MS = 1_500;

/** Pages that are opened while Shopify doesn't answer wait once, not each of them. */
const tried = new Map<number, number>();
const TRY_AGAIN_MS = 5 * 60_000;
const MOST_KEPT = 5_000;

/**
 * Never throws because of Shopify; what couldn't be asked in time is a job.
 * @returns whether it was asked, so that the shop may be another now
 */
export async function lookAfterOpen(shop: { id: number; askedAt: Date | null }): Promise<boolean> {
  const at = now().getTime();
  if (shop.askedAt && at - shop.askedAt.getTime() < EVERY_MS) return false;
  if (at - (tried.get(shop.id) ?? 0) < TRY_AGAIN_MS) return false;
  if (tried.size >= MOST_KEPT) tried.clear();
  tried.set(shop.id, at);
  const done = await Promise.race([follow(shop.id), sleep(PATIENCE_MS, false, { ref: false })]);
  if (done) tried.delete(shop.id);
  else await withTransaction((client) => enqueue(client, 'follow_shop', { shopId: shop.id }));
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
