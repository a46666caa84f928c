// Why an order gave what it gave, and what gave nothing: of the order as a whole, of points, and of each card.
import type { ProgramVersion } from '../program/program-rules.ts';
import type { OrderSnapshot } from '../snapshots/order-snapshot.ts';
import type { OrderFacts } from '../snapshots/order-facts.ts';
import { isGivenUp, isSettled, type OrderTarget } from '../orders/order-target.ts';
import type { NothingReason } from '../orders/order-worth.ts';
import type { SetAsideWhy } from '../orders/set-aside.ts';
import { LINE_EXCLUSIONS, type LineExclusion } from '../points/order-points.ts';
import { runningCards } from '../stamps/running-cards.ts';

/** An order whose news the ledger doesn't follow yet, or can't. */
export type Waits = 'due' | SetAsideWhy | null;

export type WholeWhy =
  | Exclude<NothingReason, 'moved'>
  | 'counting'
  | 'set-aside'
  /** Its customer left the program since, or was away when it was placed. */
  | 'left'
  /** It names nobody. */
  | 'guest'
  | 'unpaid'
  | 'never-paid'
  | 'went-back'
  /** A discount on it waits for the merchant's decision. */
  | 'to-check';

/** Lines that never earn; what was given away in full; less than a step of the rate. */
export type PointsWhy = 'points-off' | LineExclusion | 'given-away' | 'under-step';
export type CardWhy = 'not-running' | 'no-product';

export type OrderWhy =
  | { of: 'order'; why: WholeWhy }
  | { of: 'points'; why: PointsWhy; leastMinor: number }
  | { of: 'card'; why: CardWhy; cardKey: string };

export type Weighed = {
  newest: OrderSnapshot;
  facts: OrderFacts;
  version: ProgramVersion | null;
  target: OrderTarget;
};

type WholeKind = { why: WholeWhy; is: (of: Weighed) => boolean };

/** What is true of orders that count. A further reason is a line. */
const WHOLE: readonly WholeKind[] = [
  { why: 'never-paid', is: ({ newest }) => isGivenUp(newest) },
  { why: 'unpaid', is: ({ newest, facts }) => !isGivenUp(newest) && !isSettled(newest, facts) },
  {
    why: 'went-back',
    is: ({ newest }) => newest.lines.some(({ quantity, currentQuantity }) => currentQuantity < quantity),
  },
];

export function whysOf(of: Weighed): OrderWhy[] {
  const { nothing } = of.target.worth;
  // An order that was moved is asked for where it belongs now.
  if (nothing !== null) return nothing === 'moved' ? [] : [{ of: 'order', why: nothing }];
  const whole = WHOLE.filter(({ is }) => is(of)).map(({ why }): OrderWhy => ({ of: 'order', why }));
  return [...whole, ...pointsWhys(of), ...cardWhys(of)];
}

function pointsWhys({ newest, version, target: { worth } }: Weighed): OrderWhy[] {
  if (worth.nothing !== null || !version) return [];
  const { points, lines, earningMinor, off } = worth.points;
  const leastMinor = version.rules.earn.perMinor;
  const said = (why: PointsWhy): OrderWhy => ({ of: 'points', why, leastMinor });
  if (off) return [said('points-off')];
  const excluded = LINE_EXCLUSIONS.filter((each) => lines.some((line) => line.excluded === each));
  if (points > 0) return excluded.map(said);
  if (earningMinor > 0) return [...excluded, 'under-step' as const].map(said);
  const left = new Set(lines.flatMap(({ lineId, excluded: is }) => (is ? [] : [lineId])));
  const paidWithDiscounts = newest.lines.some(
    ({ lineId, gross, currentQuantity }) => left.has(lineId) && gross[0] > 0 && currentQuantity > 0,
  );
  return [...excluded, ...(paidWithDiscounts ? (['given-away'] as const) : [])].map(said);
}

/** Cards that have nothing to do with the order. */
function cardWhys({ version, facts, target: { worth } }: Weighed): OrderWhy[] {
  const cards = version?.rules.cards ?? [];
  const running = facts.on === undefined ? cards : runningCards(cards, facts.on);
  return cards.flatMap((card): OrderWhy[] => {
    if (worth.stamps.some(({ cardKey }) => cardKey === card.key)) return [];
    const why = running.includes(card) ? 'no-product' : 'not-running';
    return [{ of: 'card', why, cardKey: card.key }];
  });
}
