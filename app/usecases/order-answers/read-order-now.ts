// An order that nobody told the app of is read at Shopify at once, and counted by the way of all orders.
import { callPatiently } from '#app/shopify/admin-api/call-patiently.ts';
import { appInstallationId } from '#app/shopify/admin-api/app-installation-id.ts';
import { acceptOrderNews } from '../orders/accept-order-news.ts';
import { readOrder } from '../orders/read-order.ts';

/** @returns whether it could be read. Throws a Failure where Shopify can't be asked. */
export async function readOrderNow(shop: { id: number; domain: string }, orderId: string): Promise<boolean> {
  const { id: shopId, domain } = shop;
  // An empty bucket is waited for here, once, and not taken for the order's fault.
  await callPatiently(domain, appInstallationId, {});
  let told = false;
  const isRead = await readOrder({ shopId, domain, orderId, revision: 0 }, async (snapshot) => {
    if (!snapshot) return;
    await acceptOrderNews([{ shopDomain: domain, news: { kind: 'snapshot', snapshot } }]);
    told = true;
  });
  return isRead && told;
}
