// Steps after orders were applied, in this order: one line a feature, in the transaction that applied them.
import type { PoolClient } from 'pg';
import { lookAgainAfterOrders } from '../moments/look-again-after-orders.ts';
import { markAfterOrders } from '../moments/mark-after-orders.ts';
import { noticeAfterOrders } from '../notices/notice-after-orders.ts';
import { settleParcelsAfterOrders } from '../tasks/settle-parcels.ts';
import { findAgainAfterOrders } from '../storefront/find-again-after-orders.ts';
import type { AppliedOrders } from '#app/core/orders/applied-orders.ts';

type AfterOrders = (client: PoolClient, applied: AppliedOrders) => Promise<void>;

const AFTER_ORDERS: readonly AfterOrders[] = [
  lookAgainAfterOrders,
  markAfterOrders,
  findAgainAfterOrders,
  noticeAfterOrders,
  settleParcelsAfterOrders,
];

export async function afterOrders(client: PoolClient, applied: AppliedOrders): Promise<void> {
  for (const follow of AFTER_ORDERS) await follow(client, applied);
}
