// The facts of an order for which nobody has to be asked, of a member who isn't blocked.
import { factsOf, NOTHING_ASKED } from '#app/core/orders/facts/freeze-facts.ts';
import type { KnownOrder, ProgramHistory } from '#app/core/orders/known-order.ts';
import type { OrderFacts } from '#app/core/snapshots/order-facts.ts';

export function firstFacts(order: KnownOrder, program: ProgramHistory): OrderFacts {
  return factsOf({ ...order, memberId: null }, program, { blocked: false, asked: NOTHING_ASKED });
}
