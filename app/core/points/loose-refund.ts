// The rule for money given back as it was until snapshots of shape 3: orders that Shopify wasn't asked for since are still
// worth what they were. Frozen: it changes no more.
import type { OrderSnapshot } from '../snapshots/order-snapshot.ts';

/**
 * Money given back that belongs to no line and no shipping, in the currency paid. Refunds are summed first,
 * because a refund may take lines without money and a later one bring the money.
 */
export function looseRefundMinor(snapshot: OrderSnapshot): number {
  const loose = snapshot.refunds.reduce(
    (sum, refund) => sum + refund.moneyMinor - (refund.linesMinor ?? 0) - refund.shippingMinor,
    0,
  );
  return Math.max(0, loose);
}
