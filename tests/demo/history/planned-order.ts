import type { OrderRequest } from '#tests/local-shopify/shop/types.ts';

export type Bought = [handle: string, quantity: number];

/** An order of the demo's past. */
export type PlannedOrder = {
  /** Days since the beginning, and the time of that day. */
  day: number;
  minute: number;
  /** The buyer's e-mail; null for a guest. */
  buyer: string | null;
  bought: Bought[];
  /** Only the e-mail was typed: the order is theirs, and the cart gave nothing for free. */
  signedOut?: true;
  discounts?: OrderRequest['discounts'];
  /** Units of the first line that came back with the next week. */
  returned?: number;
} & Partial<Pick<OrderRequest, 'payment' | 'tipMinor'>>;
