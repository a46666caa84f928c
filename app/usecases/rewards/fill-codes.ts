// Keeps codes ready to be taken: settles what was asked for, heals what is missing, asks for more, and compares once a day.
import { setTimeout as wait } from 'node:timers/promises';
import { now } from '#app/clock.server.ts';
import { withShopLock } from '#app/db/discounts/discount-lock.server.ts';
import { lockPool } from '#app/db/discounts/reward-discounts.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { shopProgram } from '#app/db/program/programs.server.ts';
import { addBatch, loneCodesOf, markCodesSeen, openBatches } from '#app/db/rewards/code-batches.server.ts';
import { addMakingCodes, burnCodes } from '#app/db/rewards/code-pool.server.ts';
import { poolsOf, type Pool } from '#app/db/rewards/pools.server.ts';
import { MOST_CODES } from '#app/shopify/rewards/code-pool.ts';
import { askForBatch } from './ask-for-batch.ts';
import { giveFromFilledPool } from '../stamps/give-full-cards.ts';
import { healCodes, ringForMissing } from './heal-codes.ts';
import { lookAtNewCodes, lookUp } from './look-at-codes.ts';
import { newCodes } from './make-code.ts';
import { serveWaitingGifts } from './serve-waiting-gifts.ts';
import { settleBatches, type PoolShop } from './settle-batches.ts';
import { isSweepDue, sweepCodes } from './sweep-codes.ts';

/** Shopify makes codes within a moment or two; later ones are found by the minute's bell. */
const LOOKS_MS = [0, 250, 500, 1_000, 2_000];
/** So many more than are to be ready are asked for, so that not every code that is taken asks for its successor. */
const MORE = 0.5;

/**
 * Safe to run twice and in parallel, and to be cut off anywhere: codes are stored before they are asked for, and what is there is
 * looked at. Throws a Failure when Shopify can't be asked.
 */
export async function fillCodes(shopId: number): Promise<void> {
  await withShopLock('codes', shopId, async () => {
    const program = await shopProgram(pool(), shopId);
    if (program) await fill({ id: shopId, domain: program.domain });
  });
}

async function fill(shop: PoolShop): Promise<void> {
  const pools = await poolsOf(pool(), shop.id);
  await settleOpen(shop, pools);
  for (const each of pools) {
    await settleLoneCodes(shop, each);
    if (isSweepDue(each)) await sweepCodes(shop, each);
    await healCodes(shop, each);
  }
  for (const each of await poolsOf(pool(), shop.id)) await refill(shop, each);
  for (const pause of LOOKS_MS) {
    await wait(pause);
    if (await settleOpen(shop, pools)) break;
  }
  await ringForMissing(shop.id);
  await serveWaitingGifts(shop.id);
  await giveFromFilledPool(shop.id);
}

/** Whether no batch is open any more of which anything can be known. */
async function settleOpen(shop: PoolShop, pools: readonly Pool[]): Promise<boolean> {
  const open = await openBatches(pool(), shop.id);
  let all = true;
  for (const each of pools) {
    const own = open.filter(({ owner }) => owner === each.owner);
    if (own.length > 0 && !(await settleBatches(shop, each, own))) all = false;
  }
  return all;
}

/** The one that the discount was made with, and those of which Shopify told that they are gone: looked up one by one. */
async function settleLoneCodes(shop: PoolShop, { owner, discountId }: Pool): Promise<void> {
  const of = { domain: shop.domain, discountId };
  const { missing, unlisted } = await lookUp(of, await loneCodesOf(pool(), shop.id, owner));
  await burnCodes(pool(), shop.id, missing);
  const { seen } = await lookAtNewCodes(of, unlisted);
  await markCodesSeen(pool(), shop.id, seen);
}

async function refill(shop: PoolShop, { owner, discountId, size, coming }: Pool): Promise<void> {
  let lacking = coming < size ? Math.ceil(size * (1 + MORE)) - coming : 0;
  while (lacking > 0) {
    const count = Math.min(lacking, MOST_CODES);
    const stored = await storeBatch(shop, owner, count);
    if (!stored) return;
    const asked = await askForBatch(shop, { owner, discountId, batchId: stored.batchId }, stored.codes);
    if (asked === null) return;
    lacking -= count;
  }
}

/** Null where nobody is to be given a code of this discount any more. */
async function storeBatch(
  shop: PoolShop,
  owner: string,
  count: number,
): Promise<{ batchId: string; codes: string[] } | null> {
  return withTransaction(async (client) => {
    if (!(await lockPool(client, shop.id, owner))) return null;
    const batchId = await addBatch(client, shop.id, { owner, heals: false }, now());
    const wanted = { owner, batchId, codes: newCodes(count) };
    return { batchId, codes: await addMakingCodes(client, shop.id, wanted, now()) };
  });
}
