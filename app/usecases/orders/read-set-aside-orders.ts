// The orders that were set aside, as the merchant reads them.
import { whySetAside, type SetAsideWhy } from '#app/core/orders/set-aside.ts';
import { setAsideOrders } from '#app/db/orders/set-aside.server.ts';
import { pool } from '#app/db/pool.server.ts';

/** More of them have one cause, and the first say it. */
const MOST_SHOWN = 20;

export type ShownSetAside = {
  orderId: string;
  /** Empty where it isn't known. */
  orderName: string;
  why: SetAsideWhy;
  since: Date;
  tryAgainAt: Date;
};

export async function readSetAsideOrders(
  shopId: number,
): Promise<{ orders: ShownSetAside[]; hasMore: boolean }> {
  const found = await setAsideOrders(pool(), shopId, MOST_SHOWN + 1);
  const orders = found.slice(0, MOST_SHOWN).map(({ step, reason, ...order }) => {
    return { ...order, why: whySetAside(step, reason) };
  });
  return { orders, hasMore: found.length > MOST_SHOWN };
}
