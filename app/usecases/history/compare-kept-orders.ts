// Every night a part of the orders is reckoned anew, beside what is kept of them: each order once in thirty nights.
import { now } from '#app/clock.server.ts';
import { keptOrder } from '#app/core/history/kept-order.ts';
import type { TitleBook } from '#app/core/stamps/free-on-line.ts';
import { ordersToCompare, type ComparedOrder } from '#app/db/history/compared-orders.server.ts';
import type { Queryable } from '#app/db/pool.server.ts';
import { shopProgram, type ShopProgram } from '#app/db/program/programs.server.ts';
import { allShops } from '#app/db/shop/shops.server.ts';
import { readTitleBook } from '#app/db/stamps/card-titles.server.ts';

const NIGHTS = 30;
const AT_ONCE = 500;
const MOST_TOLD = 100;
const DAY_MS = 86_400_000;

/** One part of the orders in so many. */
type Part = { part: number; of: number };

export type KeptOrderMismatch = { shopId: number; orderId: string; kept: unknown; row: unknown };

/** Of one shop, or of all; at most 100. Days are left alone: the shop's time zone may have been another. */
export async function keptOrderMismatches(
  db: Queryable,
  shopId: number | null,
  part: Part = { part: Math.floor(now().getTime() / DAY_MS) % NIGHTS, of: NIGHTS },
): Promise<KeptOrderMismatch[]> {
  const found: KeptOrderMismatch[] = [];
  for (const id of shopId === null ? await allShops(db) : [shopId]) {
    const program = await shopProgram(db, id);
    if (program) found.push(...(await compareShop(db, id, program, part)));
    if (found.length >= MOST_TOLD) break;
  }
  return found.slice(0, MOST_TOLD);
}

async function compareShop(
  db: Queryable,
  shopId: number,
  program: ShopProgram,
  part: Part,
): Promise<KeptOrderMismatch[]> {
  const book = await readTitleBook(db, shopId, program.versions);
  const found: KeptOrderMismatch[] = [];
  for (let after = '0'; found.length < MOST_TOLD;) {
    const orders = await ordersToCompare(db, shopId, { ...part, after, limit: AT_ONCE });
    for (const order of orders) {
      const kept = reckon(order, program, book);
      if (!isSame(kept, order.row)) found.push({ shopId, orderId: order.orderId, kept, row: order.row });
    }
    const last = orders.at(-1);
    if (!last || orders.length < AT_ONCE) break;
    after = last.orderId;
  }
  return found;
}

function reckon(order: ComparedOrder, program: ShopProgram, book: TitleBook): ComparedOrder['row'] {
  const { memberId, programVersion, facts, codes } = order;
  if (memberId === null) return null;
  const version = program.versions.find(({ number }) => number === programVersion);
  const countsTests = version?.rules.counts.testOrders ?? true;
  const by = { timeZone: program.timeZone, countsTests, ours: { book, codes: new Set(codes) } };
  const kept = keptOrder(order, facts, by);
  return kept && { ...kept, memberId };
}

function isSame(kept: ComparedOrder['row'], row: ComparedOrder['row']): boolean {
  if (!kept || !row) return kept === row;
  const keys = ['memberId', 'keptMinor', 'ourMinor', 'othersMinor', 'source'] as const;
  return keys.every((key) => kept[key] === row[key]) && kept.productIds.join() === row.productIds.join();
}
