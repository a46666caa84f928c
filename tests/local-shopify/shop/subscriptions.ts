// Subscriptions: lines bought on a selling plan, and the orders that come of them month after month.
import type { SellingPlan } from './cart.ts';
import { Refused } from './refused.ts';
import type { Order, OrderRequest } from './types.ts';

export const MONTHLY: SellingPlan = { id: '7300000900001', name: 'Every month' };

export const isSubscribed = (order: Order): boolean => order.lines.some((line) => line.sellingPlan);

/** The next order of a subscription: its subscribed lines at full price, by whatever cart they were first bought. */
export function renewalOf(order: Order): OrderRequest {
  const lines = order.lines.flatMap(({ variantId, quantity, sellingPlan }) =>
    variantId !== null && sellingPlan ? [{ variantId, quantity, sellingPlan }] : [],
  );
  if (lines.length === 0) throw new Refused(`order ${order.name} has nothing to renew`);
  return {
    customerId: order.customerId,
    lines,
    payment: 'paid',
    locale: order.locale,
    sourceName: 'subscription_contract',
  };
}
