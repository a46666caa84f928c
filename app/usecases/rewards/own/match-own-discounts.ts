// Discounts of held vouchers at Shopify, and as they are wanted: what isn't there is made, what differs is written.
import type { PoolClient } from 'pg';
import { now } from '#app/clock.server.ts';
import { wantedOwnDiscount } from '#app/core/discounts/own-discount.ts';
import { nextLook } from '#app/core/rewards/decide-release.ts';
import { pool } from '#app/db/pool.server.ts';
import { markCodesFound } from '#app/db/rewards/code-batches.server.ts';
import { keptOwnDiscounts, noteTended, type OwnDiscount } from '#app/db/rewards/own-discounts.server.ts';
import { readReward } from '#app/db/rewards/read-reward.server.ts';
import { withHash } from '../../discounts/ask-shown-discounts.ts';
import { makeDiscountsMatch } from '../../discounts/make-discounts-match.ts';
import type { Findings } from './find-own-discounts.ts';
import { ownWriter } from './own-writer.ts';
import type { OwnShop } from './tend-own-discounts.ts';

/** Throws a Failure when Shopify can't be asked. */
export async function matchOwnDiscounts(
  client: PoolClient,
  shop: OwnShop,
  ready: readonly Findings[],
): Promise<void> {
  if (ready.length === 0) return;
  const owners = ready.map(({ row }) => row.owner);
  const notes = () => keptOwnDiscounts(pool(), shop.id, owners);
  const wanted = ready.map(({ row }) => wantedOf(row, shop.currency));
  const shown = ready.flatMap((one) => one.shown ?? []);
  const lists = { wanted, shown, kept: await notes(), notes };
  const failed = await makeDiscountsMatch(client, shop, ownWriter(shop.currency), lists);
  const done = ready.map(({ row }) => row).filter(({ owner }) => !failed.has(owner));
  await markCodesFound(
    pool(),
    shop.id,
    done.map(({ code }) => code),
  );
  for (const { row } of ready) {
    const dueAt = failed.has(row.owner) ? nextLook(now(), row.heldAt) : null;
    await noteTended(pool(), shop.id, row, dueAt);
  }
}

function wantedOf({ gives, code, faceMinor, customerId, owner }: OwnDiscount, currency: string) {
  const voucher = { reward: readReward(gives), code, faceMinor, customerId };
  return { ...withHash(wantedOwnDiscount(voucher, currency)), owner };
}
