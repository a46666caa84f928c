// One order against the rules that were valid when it was placed, with the facts as they were first seen.
import { dayIn } from '../values/days.ts';
import { bearsOneOf } from '../members/bears-one-of.ts';
import { orderCorrections, type Correction, type PostedOfOrder } from './order-corrections.ts';
import { NO_FACTS, type OrderFacts } from '../snapshots/order-facts.ts';
import { freezeSizes, orderSizes, usesOfCards, type UseOfCard } from './order-sizes.ts';
import type { OrderSnapshot } from '../snapshots/order-snapshot.ts';
import { orderTarget } from './order-target.ts';
import { pickVersion } from './pick-version.ts';
import type { ProgramVersion } from '../program/program-rules.ts';
import type { StampCard } from '../program/card-rules.ts';
import type { CardLife } from '../stamps/card-life.ts';
import { NO_TITLES, type FreeUnits, type LineFlag, type TitleBook } from '../stamps/free-on-line.ts';
import type { Amounts } from '../values/units.ts';

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

/** What the shop's program is and was. `timeZone` is the shop's IANA name. */
export type ProgramHistory = { versions: readonly ProgramVersion[]; earnsFrom: Date; timeZone: string };

type ListsById = Readonly<Record<string, readonly string[]>>;

/** What Shopify was asked for, once for many orders: of products and of customers. */
export type AskedFacts = { collections: ListsById; productTags: ListsById; tags: ListsById };

export const NOTHING_ASKED: AskedFacts = { collections: {}, productTags: {}, tags: {} };

/** What is known beside an order and its facts. */
export type KnownBeside = {
  /** How the shop's discounts are called. */
  book: TitleBook;
  /** The merchant's decisions on lines that were flagged, by line. */
  decided: Readonly<Record<string, FreeUnits>>;
  /** The member's cards before the order; null for a guest, whose order takes a card's size once it is claimed. */
  cards: ReadonlyMap<string, CardLife> | null;
};

export const NOTHING_BESIDE: KnownBeside = { book: NO_TITLES, decided: {}, cards: null };

/** Frozen once it is known; picked by the order's own time until then. Null before the program's start. */
function versionOfOrder(order: KnownOrder, program: ProgramHistory): ProgramVersion | null {
  if (order.programVersion !== null) {
    return program.versions.find(({ number }) => number === order.programVersion) ?? null;
  }
  if (!order.newest) return null;
  return pickVersion(program.versions, program.earnsFrom, new Date(order.newest.processedAt));
}

/** Products of which the order's rules need collections or tags that nobody has asked for yet. */
export function missingProducts(order: KnownOrder, program: ProgramHistory): string[] {
  const cards = versionOfOrder(order, program)?.rules.cards ?? [];
  const { facts } = order;
  const unknown = [
    ...(cards.some(asksForCollections) ? [facts?.collections ?? {}] : []),
    ...(cards.some(asksForTags) ? [facts?.productTags ?? {}] : []),
  ];
  if (unknown.length === 0) return [];
  const products = (order.newest?.lines ?? []).flatMap(({ productId }) => (productId ? [productId] : []));
  return [...new Set(products)].filter((productId) => unknown.some((known) => !(productId in known)));
}

const asksForCollections = ({ products }: StampCard): boolean => products.collectionIds.length > 0;

const asksForTags = ({ products }: StampCard): boolean =>
  products.withTags.length > 0 || products.withoutTags.length > 0;

const hasDays = ({ startsOn, endsOn }: StampCard): boolean => startsOn !== null || endsOn !== null;

/** Tags that exclude a customer under the order's rules. */
function excludedTags(order: KnownOrder, program: ProgramHistory): string[] {
  return versionOfOrder(order, program)?.rules.leftOutTags ?? [];
}

/** Being excluded is decided when an order meets its customer, and never again (C67). */
function meetsCustomer(order: OrderOfMember): boolean {
  return order.facts === null || order.memberId === null;
}

/** The customer whose tags the order's rules need; null when they need none, or when it has been decided. */
export function missingTagsOf(order: OrderOfMember, program: ProgramHistory): string | null {
  const needed = meetsCustomer(order) && excludedTags(order, program).length > 0;
  return needed ? (order.newest?.customerId ?? null) : null;
}

/** Whether all that the order's rules need has been asked for. */
export function isAsked(order: OrderOfMember, program: ProgramHistory, asked: AskedFacts): boolean {
  const customerId = missingTagsOf(order, program);
  if (customerId !== null && !(customerId in asked.tags)) return false;
  return missingProducts(order, program).every((productId) => productId in asked.collections);
}

/** The facts of an order that is applied now. A guest's order meets its member when it is claimed. */
export function factsOf(
  order: OrderOfMember,
  program: ProgramHistory,
  now: { blocked: boolean; asked: AskedFacts },
): OrderFacts {
  const customerId = missingTagsOf(order, program);
  const bears = (customerId !== null && now.asked.tags[customerId]) || [];
  const excludedByTag = bearsOneOf(excludedTags(order, program), bears);
  const decided = excludedByTag ? { blocked: true, excludedByTag } : { blocked: now.blocked };
  const known = meetsCustomer(order) && order.facts ? { ...order.facts, ...decided } : order.facts;
  const on = known?.on ?? dayOfOrder(order, program);
  const facts = freezeFacts({ ...order, facts: known }, { ...decided, ...now.asked });
  return on === undefined ? facts : { ...facts, on };
}

/** Frozen with the facts, because a shop may move to another time zone. */
function dayOfOrder(order: KnownOrder, program: ProgramHistory): string | undefined {
  const cards = versionOfOrder(order, program)?.rules.cards ?? [];
  if (!order.newest || !cards.some(hasDays)) return undefined;
  return dayIn(program.timeZone, new Date(order.newest.processedAt));
}

/** What is new of some products is added; what was known stays as it was. */
function withNew(known: ListsById, asked: ListsById, of: OrderSnapshot | null): ListsById {
  const added = Object.entries(asked).filter(([id]) => of?.lines.some(({ productId }) => productId === id));
  return { ...Object.fromEntries(added), ...known };
}

/** The facts with what is new about the order added; what was known stays as it was. */
export function freezeFacts(
  order: KnownOrder,
  first: { blocked: boolean; excludedByTag?: boolean; collections: ListsById; productTags?: ListsById },
): OrderFacts {
  const out = first.excludedByTag ? { blocked: true, excludedByTag: true } : { blocked: first.blocked };
  const known = order.facts ?? { ...NO_FACTS, ...out };
  const seen = (order.newest?.lines ?? []).map(({ lineId, productId, variantId }) => {
    const before = known.lines[lineId];
    return [lineId, [before?.[0] ?? productId, before?.[1] ?? variantId]] as const;
  });
  const productTags = withNew(known.productTags ?? {}, first.productTags ?? {}, order.newest);
  return {
    ...known,
    collections: withNew(known.collections, first.collections, order.newest),
    ...(Object.keys(productTags).length > 0 && { productTags }),
    lines: { ...known.lines, ...Object.fromEntries(seen) },
  };
}

export type Evaluation = {
  version: ProgramVersion | null;
  facts: OrderFacts;
  pending: Amounts;
  corrections: Correction[];
  uses: UseOfCard[];
  flags: LineFlag[];
};

export function evaluateOrder(
  order: KnownOrder,
  program: ProgramHistory,
  facts: OrderFacts,
  posted: PostedOfOrder,
  beside: KnownBeside = NOTHING_BESIDE,
): Evaluation {
  const version = versionOfOrder(order, program);
  const { book, decided, cards } = beside;
  const sizeOf = orderSizes({ version, facts, versions: program.versions, cards });
  const target = orderTarget(order, version?.rules ?? null, facts, { book, decided, sizeOf });
  const rules = version && { number: version.number, earn: version.rules.earn };
  const evaluated = { orderId: order.orderId, newest: order.newest, version: rules, facts, target };
  return {
    version,
    facts: cards ? freezeSizes(facts, target) : facts,
    pending: target.pending,
    corrections: orderCorrections(evaluated, posted),
    uses: usesOfCards(target, facts, sizeOf),
    flags: target.worth.nothing === null ? target.worth.flags : [],
  };
}
