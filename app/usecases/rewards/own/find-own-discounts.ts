// Whether Shopify has the discounts of some vouchers, under whatever id; and of those that it doesn't have, whether they may be made.
import { now } from '#app/clock.server.ts';
import { nextLook } from '#app/core/rewards/decide-release.ts';
import { nameDiscount } from '#app/db/discounts/shop-discounts.server.ts';
import { pool } from '#app/db/pool.server.ts';
import {
  isPoolDiscount,
  noteCounted,
  noteOwnGone,
  noteTended,
  type OwnDiscount,
} from '#app/db/rewards/own-discounts.server.ts';
import { noteShownUses } from '#app/db/rewards/shown-uses.server.ts';
import { findCode } from '#app/shopify/rewards/find-code.ts';
import { askOwnDiscounts, type SeenOwnDiscount } from './ask-own-discounts.ts';
import { deleteCodeOfOwn, deleteOwn } from './delete-code-of-own.ts';
import type { OwnShop } from './tend-own-discounts.ts';

/** `shown` is null where it is to be made. */
export type Findings = { row: OwnDiscount; shown: SeenOwnDiscount | null };

/** @param rows of held vouchers. `reconcile`: one waits for orders to be looked through. Throws a Failure when Shopify can't be asked. */
export async function findOwnDiscounts(
  shop: OwnShop,
  rows: readonly OwnDiscount[],
): Promise<{ ready: Findings[]; reconcile: boolean }> {
  const there = await askOwnDiscounts(
    shop,
    rows.flatMap(({ discountId }) => discountId ?? []),
  );
  const ready: Findings[] = [];
  let reconcile = false;
  for (const row of rows) {
    const shown = await withItsCode(shop, row, there.find(({ id }) => id === row.discountId) ?? null);
    const found = shown ?? (row.askedAt === null ? null : await lookFor(shop, row));
    if (found === 'later') reconcile ||= row.waitsForOrders;
    else ready.push({ row, shown: found });
  }
  await noteUses(shop.id, ready);
  return { ready, reconcile };
}

/** One whose code a hand has taken out or exchanged is no use: it goes, and the voucher gets another. */
async function withItsCode(
  shop: OwnShop,
  row: OwnDiscount,
  shown: SeenOwnDiscount | null,
): Promise<SeenOwnDiscount | null> {
  if (shown?.codes.includes(row.code)) return shown;
  if (shown) await deleteOwn(shop, shown.id);
  if (row.discountId !== null) await noteOwnGone(pool(), shop.id, row.owner);
  return null;
}

/** By its code, which nobody else has: its answer was lost, or it is still one of a pool's. Null: it may be made. */
async function lookFor(shop: OwnShop, row: OwnDiscount): Promise<SeenOwnDiscount | null | 'later'> {
  const found = await findCode(shop.domain, row.code);
  if (found && !(await isPoolDiscount(pool(), shop.id, found.discountId))) {
    const [shown] = await askOwnDiscounts(shop, [found.discountId]);
    if (!shown) return later(shop, row);
    await nameDiscount(pool(), shop.id, row.owner, shown.id);
    return shown;
  }
  if (found) await deleteCodeOfOwn(shop, row, found.discountId);
  else if (row.mayBeMade && !row.openBatch) return null;
  else if (!row.openBatch) await noteOwnGone(pool(), shop.id, row.owner);
  return later(shop, row);
}

async function later(shop: OwnShop, row: OwnDiscount): Promise<'later'> {
  await noteTended(pool(), shop.id, row, nextLook(now(), row.askedAt ?? row.heldAt));
  return 'later';
}

/** Shopify's counts, which no order may explain. */
async function noteUses(shopId: number, ready: readonly Findings[]): Promise<void> {
  const counted = ready.filter(({ shown }) => shown !== null);
  for (const { row } of counted.filter(({ shown }) => shown?.used)) {
    const { owner, code, countedAt } = row;
    await noteShownUses(pool(), shopId, { owner, codes: [code], countedAt });
  }
  await noteCounted(
    pool(),
    shopId,
    counted.map(({ row }) => row.owner),
  );
}
