// One thing that an order's rules may need and the order itself doesn't carry. A kind is declared beside the others in
// this folder and named in freeze-facts.ts; what Shopify must be asked for it is asked in usecases/orders/ask-facts.ts.
import type { OrderFacts } from '../../snapshots/order-facts.ts';
import type { OrderOfMember, ProgramHistory } from '../known-order.ts';

/** `Asked` is what Shopify is asked for, once for many orders, before anything is locked. */
export type FactKind<Asked> = {
  /** Ids that Shopify must be asked about; none where the order's rules don't need it, or where it is frozen. */
  missing: (order: OrderOfMember, program: ProgramHistory) => readonly string[];
  isAsked: (id: string, asked: Asked) => boolean;
  /** The facts with what is new about the order added; what was known stays as it was. */
  freeze: (facts: OrderFacts, order: OrderOfMember, program: ProgramHistory, asked: Asked) => OrderFacts;
};

export type ListsById = Readonly<Record<string, readonly string[]>>;
