// Facts that the due orders' rules need and the orders don't carry, asked in a few calls before anything is locked.
import { FACTS, NOTHING_ASKED, type AskedFacts } from '#app/core/orders/facts/freeze-facts.ts';
import type { FactKind } from '#app/core/orders/facts/fact-kind.ts';
import type { OrderOfMember, ProgramHistory } from '#app/core/orders/known-order.ts';
import type { Failure } from '#app/errors.ts';
import { askCustomerTags } from '../members/ask-customer-tags.ts';
import { askProductGroups, type AskedOf } from './ask-product-groups.ts';
import { askReceived } from './ask-received.ts';

type Answer = Partial<AskedFacts> & { failure?: Failure };
type Ask = (domain: string, ids: readonly string[], of: AskedOf | null) => Promise<Answer>;

/** The use case that asks Shopify for each kind of fact; null where none is needed. */
const ASK: Record<keyof typeof FACTS, Ask | null> = {
  productGroups: askProductGroups,
  customerTags: askCustomerTags,
  dayOfOrder: null,
  receivedMoney: askReceived,
};

/**
 * `failure` is set when Shopify couldn't be asked for all of it: the orders that lack something wait.
 * @param shopId of whom the orders are; null where none of it is to be kept
 */
export async function askFacts(
  program: ProgramHistory & { domain: string },
  orders: readonly OrderOfMember[],
  shopId: number | null = null,
): Promise<{ asked: AskedFacts; failure?: Failure }> {
  let asked = NOTHING_ASKED;
  let failed: Failure | undefined;
  for (const name of Object.keys(FACTS) as (keyof typeof FACTS)[]) {
    const kind: FactKind<AskedFacts> = FACTS[name];
    const placed = placedById(orders, (order) => kind.missing(order, program));
    const of = shopId === null ? null : { shopId, placed };
    const { failure, ...answer } = (await ASK[name]?.(program.domain, [...placed.keys()], of)) ?? {};
    asked = { ...asked, ...answer };
    failed ??= failure;
  }
  return failed ? { asked, failure: failed } : { asked };
}

/** When the last order that needs each id was placed. */
function placedById(
  orders: readonly OrderOfMember[],
  idsOf: (order: OrderOfMember) => readonly string[],
): Map<string, Date> {
  const placed = new Map<string, Date>();
  for (const order of orders) {
    const at = new Date(order.newest?.processedAt ?? 0);
    for (const id of idsOf(order)) if (!(at <= (placed.get(id) ?? -1))) placed.set(id, at);
  }
  return placed;
}
