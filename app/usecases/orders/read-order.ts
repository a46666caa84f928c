// One order as Shopify has it now; one that can't be read is set aside alone, and so holds up no other.
import type { OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import { AdminUnavailable } from '#app/errors.ts';
import { callAdmin } from '#app/shopify/admin-api/admin.server.ts';
import { appInstallationId } from '#app/shopify/admin-api/app-installation-id.ts';
import { fetchOrder } from '#app/shopify/snapshots/fetch-order.ts';
import { setOrderAside } from './set-order-aside.ts';
import { isOfItems } from './work-apart.ts';

type OrderToRead = { shopId: number; domain: string; orderId: string; revision: number };

type Adopt = (snapshot: OrderSnapshot | null) => Promise<void>;

/**
 * Hands over what Shopify says: null when it has the order no longer, or it is beyond the 60 days that apps may read. Throws a
 * Failure where Shopify answers nobody. @returns whether the order was read.
 */
export async function readOrder(order: OrderToRead, adopt: Adopt): Promise<boolean> {
  const problem = (await problemOf(order, adopt)) && (await secondProblem(order, adopt));
  if (!problem) return true;
  await setOrderAside(order.shopId, order, 'read', problem.error);
  return false;
}

type Problem = { error: unknown };

/** Null once it is read; throws what has nothing to do with the order. */
async function problemOf({ domain, orderId }: OrderToRead, adopt: Adopt): Promise<Problem | null> {
  try {
    await adopt(await fetchOrder(domain, orderId));
    return null;
  } catch (error) {
    if (isOfItems(error) || error instanceof AdminUnavailable) return { error };
    throw error;
  }
}

/** Whether a failure is the order's or Shopify's own is told by another question, which throws where Shopify is down. */
async function secondProblem(order: OrderToRead, adopt: Adopt): Promise<Problem | null> {
  await callAdmin(order.domain, appInstallationId, {});
  return problemOf(order, adopt);
}
