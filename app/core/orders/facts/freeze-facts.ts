// The facts that an order's rules must ask of Shopify, or work out once: what the order doesn't carry is kept as it was
// when the order was first evaluated. A further kind of fact is a line of this list.
import { NO_FACTS, type OrderFacts } from '../../snapshots/order-facts.ts';
import type { KnownOrder, OrderOfMember, ProgramHistory } from '../known-order.ts';
import { customerTags, type AskedCustomerTags } from './customer-tags.ts';
import { dayOfOrder } from './day-of-order.ts';
import type { FactKind } from './fact-kind.ts';
import { withTipFacts } from './known-tips.ts';
import { meetsCustomer } from './meets-customer.ts';
import { productGroups, type AskedProductGroups } from './product-groups.ts';
import { receivedMoney, type AskedReceived } from './received-money.ts';

/** The facts that Shopify was asked for, once for many orders: of products, of customers and of money. */
export type AskedFacts = AskedProductGroups & AskedCustomerTags & AskedReceived;

export const FACTS = { productGroups, customerTags, dayOfOrder, receivedMoney } satisfies Record<
  string,
  FactKind<AskedFacts>
>;
const kinds: readonly FactKind<AskedFacts>[] = Object.values(FACTS);

export const NOTHING_ASKED: AskedFacts = { collections: {}, productTags: {}, tags: {}, received: {} };

/** Whether all that the order's rules need has been asked for. */
export function isAsked(order: OrderOfMember, program: ProgramHistory, asked: AskedFacts): boolean {
  return kinds.every((kind) => kind.missing(order, program).every((id) => kind.isAsked(id, asked)));
}

/** The facts of an order that is applied now. `blocked`: its member was left out by hand when it was placed. */
export function factsOf(
  order: OrderOfMember,
  program: ProgramHistory,
  now: { blocked: boolean; asked: AskedFacts },
): OrderFacts {
  const known = order.facts ?? NO_FACTS;
  const decided = meetsCustomer(order) ? { ...undecided(known), blocked: now.blocked } : known;
  return kinds.reduce(
    (facts, kind) => kind.freeze(facts, order, program, now.asked),
    withTipFacts(withLines(decided, order), order.newest),
  );
}

/** What was decided for another customer doesn't count for this one. */
function undecided({ excludedByTag: _, leftOut: __, held: ___, ...rest }: OrderFacts): OrderFacts {
  return rest;
}

/** Product and variant of each line as they were first seen. */
function withLines(facts: OrderFacts, { newest }: KnownOrder): OrderFacts {
  const seen = (newest?.lines ?? []).map(({ lineId, productId, variantId }) => {
    const before = facts.lines[lineId];
    return [lineId, [before?.[0] ?? productId, before?.[1] ?? variantId]] as const;
  });
  return { ...facts, lines: { ...facts.lines, ...Object.fromEntries(seen) } };
}
