// Where functions can't run each amount that a shopper chose is a discount of its own at Shopify: made, changed with its amount, healed
// where a hand was at it, and deleted once nobody can use it any more.
import type { PoolClient } from 'pg';
import { now } from '#app/clock.server.ts';
import { nextLook } from '#app/core/rewards/decide-release.ts';
import { withShopLock } from '#app/db/discounts/discount-lock.server.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { shopProgram } from '#app/db/program/programs.server.ts';
import { dueOwnDiscounts, noteTended, type OwnDiscount } from '#app/db/rewards/own-discounts.server.ts';
import { log } from '#app/log.server.ts';
import { workApart } from '../../orders/work-apart.ts';
import { MOST_AT_ONCE } from './ask-own-discounts.ts';
import { findOwnDiscounts } from './find-own-discounts.ts';
import { matchOwnDiscounts } from './match-own-discounts.ts';
import { putAwayOwnDiscount } from './put-away-own-discount.ts';

/** Of one run; what is left rings again. */
const AT_MOST = 100;

export type OwnShop = { id: number; domain: string; currency: string };

/**
 * Safe to run twice and in parallel, and to be cut off anywhere: that Shopify is asked is stored before, and what is there is looked
 * at. One that Shopify refuses is tried again later, and holds up no other. Throws a Failure when Shopify can't be asked.
 */
export async function tendOwnDiscounts(shopId: number): Promise<void> {
  await withShopLock('own', shopId, async (client) => {
    const program = await shopProgram(pool(), shopId);
    if (!program) return;
    const shop = { id: shopId, domain: program.domain, currency: program.currency };
    const due = await dueOwnDiscounts(pool(), shopId, AT_MOST);
    const isHeld = ({ state }: OwnDiscount) => state === 'held';
    const tend = (rows: readonly OwnDiscount[]) => tendHeld(client, shop, rows);
    await inTurns(shop, due.filter(isHeld), tend);
    await inTurns(
      shop,
      due.filter((row) => !isHeld(row)),
      (rows) => putAway(shop, rows),
    );
    if (due.length === AT_MOST) await withTransaction((tx) => enqueue(tx, 'own_discounts', { shopId }));
  });
}

async function inTurns(
  shop: OwnShop,
  rows: readonly OwnDiscount[],
  together: (rows: readonly OwnDiscount[]) => Promise<void>,
): Promise<void> {
  const alone = async (row: OwnDiscount, err: unknown) => {
    log.error(
      { err, shopDomain: shop.domain, voucher: row.voucherId },
      'a voucher’s discount can’t be tended',
    );
    await noteTended(pool(), shop.id, row, nextLook(now(), row.heldAt));
  };
  for (let start = 0; start < rows.length; start += MOST_AT_ONCE) {
    await workApart(rows.slice(start, start + MOST_AT_ONCE), { together, alone });
  }
}

async function tendHeld(client: PoolClient, shop: OwnShop, rows: readonly OwnDiscount[]): Promise<void> {
  const { ready, reconcile } = await findOwnDiscounts(shop, rows);
  await matchOwnDiscounts(client, shop, ready);
  if (reconcile) await withTransaction((tx) => enqueue(tx, 'reconcile_shop', { shopId: shop.id }));
}

async function putAway(shop: OwnShop, rows: readonly OwnDiscount[]): Promise<void> {
  for (const row of rows) await putAwayOwnDiscount(shop, row);
}
