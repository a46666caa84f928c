import type { OrderExplanation } from '#app/core/orders/order-explanation.ts';
import type { SaidEntry } from '../ledger/said-entry.ts';
import { explainOrder, type Explained } from './explain-order.ts';

/** The amount that one entry of an order moved, and the debt that it repaid or left. */
export function explainOrderEntry(why: OrderExplanation, { entry, context, debt }: SaidEntry): Explained {
  const { summary, reasons } = explainOrder(why, { ...context, amount: entry.amount });
  return { summary, reasons: [...reasons, ...debt] };
}
