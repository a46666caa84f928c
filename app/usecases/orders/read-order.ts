// One order as Shopify has it now; one that can't be read is set aside alone, and so holds up no other.
import type { OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import { AdminUnavailable } from '#app/errors.ts';
import { callAdmin } from '#app/shopify/admin-api/admin.server.ts';
import { appInstallationId } from '#app/shopify/admin-api/app-installation-id.ts';
import { fetchOrder } from '#app/shopify/snapshots/fetch-order.ts';
import { setOrderAside } from './set-order-aside.ts';
import { isOfItems } from './work-apart.ts';

type OrderToRead = { shopId: number; domain: string; orderId: string; revision: number };

/**
 * Hands over what Shopify says: null when it has the order no longer, or it is beyond the 60 days that apps may read. Throws a
 * Failure where Shopify answers nobody. @returns whether the order was read.
 */
export async function readOrder(
  order: OrderToRead,
  adopt: (snapshot: OrderSnapshot | null) => Promise<void>,
): Promise<boolean> {
  try {
    await adopt(await fetchTwice(order));
    return true;
  } catch (error) {
    if (!isOfItems(error) && !(error instanceof AdminUnavailable)) throw error;
    await setOrderAside(order.shopId, order, 'read', error);
    return false;
  }
}

/** Whether a failure is the order's or Shopify's own is told by another question: it throws where Shopify is down. */
async function fetchTwice({ domain, orderId }: OrderToRead): Promise<OrderSnapshot | null> {
  try {
    return await fetchOrder(domain, orderId);
  } catch (error) {
    if (!(error instanceof AdminUnavailable)) throw error;
    await callAdmin(domain, appInstallationId, {});
    return fetchOrder(domain, orderId);
  }
}
