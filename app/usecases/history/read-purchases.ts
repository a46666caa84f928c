// What a member bought here, as the member's page shows it.
import { now } from '#app/clock.server.ts';
import { boughtBefore } from '#app/core/history/bought-before.ts';
import { dayIn } from '#app/core/values/days.ts';
import { memberPurchases, purchaseSums, type Purchase } from '#app/db/history/purchases.server.ts';
import { pool } from '#app/db/pool.server.ts';

const ON_A_PAGE = 10;

export type ReadPurchases = {
  keptOrders: number;
  firstOn: string | null;
  lastOn: string | null;
  spentMinor: number;
  rhythmDays: number | null;
  /** Orders that Shopify has beside ours; null where that isn't known. */
  before: number | null;
  rows: Purchase[];
  hasMore: boolean;
  /** In the shop's calendar. */
  today: string;
};

export type AfterPurchase = { day: string; orderId: string };

export async function readPurchases(
  shop: { id: number; timeZone: string },
  memberId: string,
  after: AfterPurchase | null,
): Promise<ReadPurchases> {
  const [sums, rows] = await Promise.all([
    purchaseSums(pool(), shop.id, memberId),
    memberPurchases(pool(), shop.id, memberId, { after, limit: ON_A_PAGE + 1 }),
  ]);
  const { keptOrders = 0, firstOn = null, lastOn = null, spentMinor = 0, rhythmDays = null } = sums ?? {};
  return {
    ...{ keptOrders, firstOn, lastOn, spentMinor, rhythmDays },
    before: sums && boughtBefore(sums.ordersAtShopify, sums.known),
    rows: rows.slice(0, ON_A_PAGE),
    hasMore: rows.length > ON_A_PAGE,
    today: dayIn(shop.timeZone, now()),
  };
}
