// What an order of this shop usually comes to, and what its shipping costs: the middle one of the last orders, so that a few
// large ones don't count for more. Nothing is said where there are too few to know.
import { keptMinor, SHOP } from '../points/kept-money.ts';
import type { OrderSnapshot } from '../snapshots/order-snapshot.ts';

/** Fewer say nothing. */
const FEWEST = 20;

/** In minor units of the shop's currency. */
export type UsualOrders = { orderMinor: number | null; shippingMinor: number | null };

export function usualOrders(
  orders: readonly Pick<OrderSnapshot, 'lines' | 'shipping' | 'test' | 'cancelledAt'>[],
): UsualOrders {
  const real = orders.filter(({ test, cancelledAt }) => !test && cancelledAt === null);
  const goods = real.map(({ lines }) => lines.reduce((sum, line) => sum + keptMinor(line, SHOP), 0));
  return { orderMinor: middle(goods), shippingMinor: middle(real.map(({ shipping }) => shipping[SHOP])) };
}

/** Of amounts above zero. */
function middle(amounts: readonly number[]): number | null {
  const paid = amounts.filter((minor) => minor > 0).sort((a, b) => a - b);
  return paid.length < FEWEST ? null : (paid[Math.floor((paid.length - 1) / 2)] ?? null);
}
