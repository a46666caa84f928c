// "One order goes by one size": how many stamps a free unit takes of it. Decided when the free unit is taken, whatever the
// card becomes, so that the order is worth the same each time it is looked at.
import type { OrderFacts } from '../snapshots/order-facts.ts';
import type { OrderTarget } from './order-target.ts';
import type { ProgramVersion } from '../program/program-rules.ts';
import { sized, sizeNow, type HeldCard } from '../stamps/card-life.ts';
import { cardKeyOf, stampsOf, unitsOf } from '../values/units.ts';

type SizeOf = (cardKey: string) => number | null;

/** An order's effect on one card, and the size that it leaves the card. */
export type UseOfCard = {
  cardKey: string;
  size: number;
  brings: boolean;
  takes: boolean;
  tookBefore: boolean;
};

type KnownOfSizes = {
  version: ProgramVersion | null;
  facts: OrderFacts;
  versions: readonly ProgramVersion[];
  /** The member's cards before the order; null for a guest. */
  cards: ReadonlyMap<string, HeldCard> | null;
};

/** Frozen once a free unit was taken; else the running card's, else the version's or the last that had the card. */
export function orderSizes({ version, facts, versions, cards }: KnownOfSizes): SizeOf {
  return (cardKey) => {
    const frozen = facts.sizes?.[cardKey];
    if (frozen !== undefined) return frozen;
    const published = sizeIn(version, cardKey) ?? sizeIn(lastWith(versions, cardKey), cardKey);
    const held = cards?.get(cardKey);
    return published === null ? null : sizeNow(held && sized(held), published);
  };
}

function sizeIn(version: ProgramVersion | null, cardKey: string): number | null {
  return version?.rules.cards.find(({ key }) => key === cardKey)?.size ?? null;
}

function lastWith(versions: readonly ProgramVersion[], cardKey: string): ProgramVersion | null {
  return versions.findLast((version) => sizeIn(version, cardKey) !== null) ?? null;
}

export function freezeSizes(facts: OrderFacts, { worth }: OrderTarget): OrderFacts {
  const taking = worth.stamps.filter(({ taken }) => taken > 0);
  if (taking.length === 0) return facts;
  const sizes = taking.map(({ cardKey, size }) => [cardKey, size] as const);
  return { ...facts, sizes: { ...Object.fromEntries(sizes), ...facts.sizes } };
}

/** The card's smallest size since an order's version: a publish that made it smaller has made it so for everybody. */
function smallestSince({ version, versions }: KnownOfSizes, cardKey: string): number {
  const since = versions.filter(({ number }) => version !== null && number >= version.number);
  return Math.min(...since.map((each) => sizeIn(each, cardKey) ?? Infinity));
}

/** Cards that the order brings stamps to or takes some from, and those that it took some from before. */
export function usesOfCards(
  { amounts, pending, taken }: OrderTarget,
  known: KnownOfSizes,
  sizeOf: SizeOf,
): UseOfCard[] {
  const { facts } = known;
  const before = Object.keys(facts.sizes ?? {});
  const now = unitsOf(amounts, pending, taken).flatMap((unit) => cardKeyOf(unit) ?? []);
  return [...new Set([...now, ...before])].flatMap((cardKey): UseOfCard[] => {
    const ownSize = sizeOf(cardKey);
    const unit = stampsOf(cardKey);
    if (ownSize === null) return [];
    const size = Math.min(ownSize, smallestSince(known, cardKey));
    const brings = (amounts[unit] ?? 0) + (pending[unit] ?? 0) > 0;
    return [{ cardKey, size, brings, takes: (taken[unit] ?? 0) > 0, tookBefore: before.includes(cardKey) }];
  });
}
