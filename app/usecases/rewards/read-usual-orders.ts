// What the shop's orders usually come to: what its rewards are measured by.
import { usualOrders, type UsualOrders } from '#app/core/orders/usual-orders.ts';
import { recentOrders } from '#app/db/orders/recent-orders.server.ts';
import { pool } from '#app/db/pool.server.ts';

/** Enough for a middle that doesn't jump, and read in a few milliseconds. */
const RECENT = 100;

export async function readUsualOrders(shopId: number): Promise<UsualOrders> {
  return usualOrders(await recentOrders(pool(), shopId, RECENT));
}
