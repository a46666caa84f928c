// One order against the rules that were valid when it was placed, with the facts as they were first seen.
import { bearsOneOf } from './left-out-tags.ts';
import { orderCorrections, type Correction, type PostedByUnit } from './order-corrections.ts';
import { NO_FACTS, type OrderFacts } from './order-facts.ts';
import type { OrderSnapshot } from './order-snapshot.ts';
import { orderTarget } from './order-target.ts';
import { pickVersion } from './pick-version.ts';
import type { ProgramVersion } from './program-rules.ts';
import type { Amounts } from './units.ts';

export type KnownOrder = {
  orderId: string;
  newest: OrderSnapshot | null;
  paid: OrderSnapshot | null;
  deleted: boolean;
  facts: OrderFacts | null;
  programVersion: number | null;
};

/** With whom it belonged to when it was last applied; null for a guest's order, which is claimed later or never. */
export type OrderOfMember = KnownOrder & { memberId: string | null };

/** What the shop's program is and was. */
export type ProgramHistory = { versions: readonly ProgramVersion[]; earnsFrom: Date };

export type Collections = Readonly<Record<string, readonly string[]>>;

/** What Shopify was asked for, once for many orders: collections by product, tags by customer. */
export type Asked = { collections: Collections; tags: Readonly<Record<string, readonly string[]>> };

/** Frozen once it is known; picked by the order's own time until then. Null before the program's start. */
function versionOfOrder(order: KnownOrder, program: ProgramHistory): ProgramVersion | null {
  if (order.programVersion !== null) {
    return program.versions.find(({ number }) => number === order.programVersion) ?? null;
  }
  if (!order.newest) return null;
  return pickVersion(program.versions, program.earnsFrom, new Date(order.newest.processedAt));
}

/** Products whose collections the order's rules need and nobody has asked for yet. */
export function missingCollections(order: KnownOrder, program: ProgramHistory): string[] {
  const cards = versionOfOrder(order, program)?.rules.cards ?? [];
  if (!cards.some((card) => card.products.collectionIds.length > 0)) return [];
  const known = order.facts?.collections ?? {};
  const products = (order.newest?.lines ?? []).flatMap(({ productId }) => (productId ? [productId] : []));
  return [...new Set(products)].filter((productId) => !(productId in known));
}

/** Tags that leave a customer out under the order's rules. */
function leftOutTags(order: KnownOrder, program: ProgramHistory): string[] {
  return versionOfOrder(order, program)?.rules.leftOutTags ?? [];
}

/** Being left out is decided when an order meets its customer, and never again (C67). */
function meetsCustomer(order: OrderOfMember): boolean {
  return order.facts === null || order.memberId === null;
}

/** The customer whose tags the order's rules need; null when they need none, or when it has been decided. */
export function missingTagsOf(order: OrderOfMember, program: ProgramHistory): string | null {
  const needed = meetsCustomer(order) && leftOutTags(order, program).length > 0;
  return needed ? (order.newest?.customerId ?? null) : null;
}

/** Whether all that the order's rules need has been asked for. */
export function isAsked(order: OrderOfMember, program: ProgramHistory, asked: Asked): boolean {
  const customerId = missingTagsOf(order, program);
  if (customerId !== null && !(customerId in asked.tags)) return false;
  return missingCollections(order, program).every((productId) => productId in asked.collections);
}

/** The facts of an order that is applied now. A guest's order meets its member when it is claimed. */
export function factsOf(
  order: OrderOfMember,
  program: ProgramHistory,
  now: { blocked: boolean; asked: Asked },
): OrderFacts {
  const customerId = missingTagsOf(order, program);
  const bears = (customerId !== null && now.asked.tags[customerId]) || [];
  const leftOut = bearsOneOf(leftOutTags(order, program), bears);
  const decided = leftOut ? { blocked: true, leftOut } : { blocked: now.blocked };
  const known = meetsCustomer(order) && order.facts ? { ...order.facts, ...decided } : order.facts;
  return freezeFacts({ ...order, facts: known }, { ...decided, collections: now.asked.collections });
}

/** The facts with what is new about the order added; what was known stays as it was. */
export function freezeFacts(
  order: KnownOrder,
  first: { blocked: boolean; leftOut?: boolean; collections: Collections },
): OrderFacts {
  const out = first.leftOut ? { blocked: true, leftOut: true } : { blocked: first.blocked };
  const known = order.facts ?? { ...NO_FACTS, ...out };
  const seen = (order.newest?.lines ?? []).map(({ lineId, productId, variantId }) => {
    const before = known.lines[lineId];
    return [lineId, [before?.[0] ?? productId, before?.[1] ?? variantId]] as const;
  });
  const asked = Object.entries(first.collections).filter(([productId]) =>
    order.newest?.lines.some((line) => line.productId === productId),
  );
  return {
    ...known,
    collections: { ...Object.fromEntries(asked), ...known.collections },
    lines: { ...known.lines, ...Object.fromEntries(seen) },
  };
}

export type Evaluation = {
  version: ProgramVersion | null;
  facts: OrderFacts;
  pending: Amounts;
  corrections: Correction[];
};

export function evaluateOrder(
  order: KnownOrder,
  program: ProgramHistory,
  facts: OrderFacts,
  posted: PostedByUnit,
): Evaluation {
  const version = versionOfOrder(order, program);
  const target = orderTarget(order, version?.rules ?? null, facts);
  const rules = version && { number: version.number, earn: version.rules.earn };
  const evaluated = { orderId: order.orderId, newest: order.newest, version: rules, facts, target };
  return { version, facts, pending: target.pending, corrections: orderCorrections(evaluated, posted) };
}
