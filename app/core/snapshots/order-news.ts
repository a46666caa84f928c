// News that a webhook can tell of an order.
import type { OrderSnapshot } from './order-snapshot.ts';

export type OrderNews =
  | { kind: 'snapshot'; snapshot: OrderSnapshot }
  /** `orders/delete` names no shop: only a hint. Shopify is asked, and an order that it still has stays. */
  | { kind: 'deletion-hint'; orderId: string }
  /** Gone at Shopify: final, whatever its time. */
  | { kind: 'deleted'; orderId: string }
  /** `refunds/create` names no customer and not the whole order: only a hint to look again. */
  | { kind: 'refund'; orderId: string; refundId: string };
