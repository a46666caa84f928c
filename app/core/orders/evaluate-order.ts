// One order against the rules that were valid when it was placed, with the facts as they were first seen.
import { orderCorrections, type Correction, type PostedOfOrder } from './order-corrections.ts';
import type { OrderFacts } from '../snapshots/order-facts.ts';
import { freezeSizes, orderSizes, usesOfCards, type UseOfCard } from './order-sizes.ts';
import { versionOfOrder, type KnownOrder, type ProgramHistory } from './known-order.ts';
import { orderTarget } from './order-target.ts';
import type { ProgramVersion } from '../program/program-rules.ts';
import type { HeldCard } from '../stamps/card-life.ts';
import { NO_TITLES, type FreeUnits, type LineFlag, type TitleBook } from '../stamps/free-on-line.ts';
import type { Amounts } from '../values/units.ts';

/** Our knowledge beside an order and its facts. */
export type KnownBeside = {
  /** The titles of the shop's discounts. */
  book: TitleBook;
  /** The merchant's decisions on lines that were flagged, by line. */
  decided: Readonly<Record<string, FreeUnits>>;
  /** The member's cards before the order; null for a guest, whose order takes a card's size once it is claimed. */
  cards: ReadonlyMap<string, HeldCard> | null;
};

export const NOTHING_BESIDE: KnownBeside = { book: NO_TITLES, decided: {}, cards: null };

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
  known: OrderFacts,
  posted: PostedOfOrder,
  beside: KnownBeside = NOTHING_BESIDE,
): Evaluation {
  const version = versionOfOrder(order, program);
  const { book, decided, cards } = beside;
  const facts = version?.rules.paused && cards ? withHeld(known, cards) : known;
  const ofSizes = { version, facts, versions: program.versions, cards };
  const sizeOf = orderSizes(ofSizes);
  const target = orderTarget(order, version?.rules ?? null, facts, { book, decided, sizeOf });
  const rules = version && { number: version.number, earn: version.rules.earn };
  const evaluated = { orderId: order.orderId, newest: order.newest, version: rules, facts, target };
  return {
    version,
    facts: cards ? freezeSizes(facts, target) : facts,
    pending: target.pending,
    corrections: orderCorrections(evaluated, posted),
    uses: usesOfCards(target, ofSizes, sizeOf),
    flags: target.worth.nothing === null ? target.worth.flags : [],
  };
}

/** As they were when the order was first looked at. */
function withHeld(facts: OrderFacts, cards: ReadonlyMap<string, HeldCard>): OrderFacts {
  if (facts.held) return facts;
  return { ...facts, held: Object.fromEntries([...cards].map(([key, { stamps }]) => [key, stamps])) };
}
