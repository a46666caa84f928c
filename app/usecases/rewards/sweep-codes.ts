// Once a day a discount's codes at Shopify are compared with ours: what is alive and nobody's is deleted, what should be there and
// isn't is burnt, or, where a voucher holds it, missing.
import { now } from '#app/clock.server.ts';
import { readRewardOwner } from '#app/core/discounts/discount-owner.ts';
import { pool } from '#app/db/pool.server.ts';
import { markCodesSeen, markMissing } from '#app/db/rewards/code-batches.server.ts';
import { burnCodes } from '#app/db/rewards/code-pool.server.ts';
import { codesThatMatter, markSwept, takenSince, type Pool } from '#app/db/rewards/pools.server.ts';
import { noteShownUses } from '#app/db/rewards/shown-uses.server.ts';
import { log } from '#app/log.server.ts';
import { listCodes } from '#app/shopify/rewards/code-pool.ts';
import { deleteNobodysCodes } from './delete-nobodys-codes.ts';
import { findUsesOf } from './find-lost-uses.ts';
import { lookUp } from './look-at-codes.ts';
import type { PoolShop } from './settle-batches.ts';

const A_DAY_MS = 24 * 60 * 60 * 1000;
/** The hour of the day may come a little earlier than a day later. */
const AGAIN_MS = 20 * 60 * 60 * 1000;
const LEAST_READY = 50;

export const isSweepDue = ({ sweptAt }: Pool): boolean =>
  sweptAt === null || now().getTime() - sweptAt.getTime() > AGAIN_MS;

/** Throws a Failure when Shopify can't be asked. */
export async function sweepCodes(shop: PoolShop, { owner, discountId, countedAt }: Pool): Promise<void> {
  // Before Shopify is asked: what is taken or made later isn't judged by an older listing.
  const expected = await codesThatMatter(pool(), shop.id, owner);
  const there = new Map<string, string>();
  const used = new Set<string>();
  for await (const page of listCodes(shop.domain, discountId, used)) {
    for (const [code, id] of page) there.set(code, id);
  }
  await markCodesSeen(pool(), shop.id, there);
  await deleteNobodysCodes(shop, discountId, there);
  await findUsesOf(shop.id, owner);
  await noteShownUses(pool(), shop.id, { owner, codes: [...used], countedAt });
  const absent = expected.filter((code) => !there.has(code));
  const { missing } = await lookUp({ domain: shop.domain, discountId }, absent);
  await noteMissing(shop, missing);
  await markSwept(pool(), shop.id, { owner, size: await sizeOf(shop, owner) }, now());
}

/** Ready ones are burnt; one that was taken meanwhile, or long ago, is its voucher's. */
async function noteMissing(shop: PoolShop, missing: readonly string[]): Promise<void> {
  if (missing.length === 0) return;
  log.warn({ shopDomain: shop.domain, codes: missing.length }, 'codes are missing at Shopify');
  await burnCodes(pool(), shop.id, missing);
  await markMissing(pool(), shop.id, missing, false);
}

/** Twice what a day takes. */
async function sizeOf(shop: PoolShop, owner: string): Promise<number> {
  const rewardKey = readRewardOwner(owner)?.rewardKey ?? '';
  const yesterday = new Date(now().getTime() - A_DAY_MS);
  return Math.max(LEAST_READY, 2 * (await takenSince(pool(), shop.id, { rewardKey, owner }, yesterday)));
}
