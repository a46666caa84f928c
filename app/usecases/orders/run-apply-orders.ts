// The whole of "an order was told": the ledger follows, and where tellings don't decide, Shopify is asked.
import { applyOrders } from './apply-orders.ts';
import { rereadOrders } from './reread-orders.ts';

/** Applies first, so that a Shopify that can't be asked never holds up what is known. */
export async function runApplyOrders(shopId: number): Promise<void> {
  do await applyOrders(shopId);
  while ((await rereadOrders(shopId)) > 0);
}
