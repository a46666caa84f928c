// "Where are my points?": what became of one order, for whoever asks. To a shopper an order of somebody else is as unknown as
// none; only the merchant learns whose it is.
import { explainWorth } from '../orders/explain-worth.ts';
import { versionOfOrder, type OrderOfMember, type ProgramHistory } from '../orders/known-order.ts';
import type { PostedOfOrder } from '../orders/order-corrections.ts';
import type { OrderExplanation } from '../orders/order-explanation.ts';
import { orderSizes } from '../orders/order-sizes.ts';
import { isGivenUp, isSettled, orderTarget } from '../orders/order-target.ts';
import { NO_FACTS } from '../snapshots/order-facts.ts';
import type { FreeUnitReading } from '../stamps/order-stamps.ts';
import { unitsOf, type Amounts, type Unit } from '../values/units.ts';
import { whysOf, type OrderWhy, type Waits } from './order-why.ts';

/** All that is known of the order that is asked about. */
export type AskedOrder = OrderOfMember & {
  name: string;
  pending: Amounts;
  posted: PostedOfOrder;
  waits: Waits;
  /** A discount on it waits for the merchant's decision. */
  flagged: boolean;
};

/** A shopper with all who were merged into them, or the merchant, on a member's page or on none. */
export type Asker =
  | { kind: 'shopper'; customerIds: readonly string[]; memberIds: readonly string[] }
  | { kind: 'merchant'; memberId: string | null };

/** Of one unit, as the ledger has it: `taken` by free items, above zero; `pending` comes with payment. */
export type MovedAmount = { unit: Unit; given: number; taken: number; pending: number };

export type FoundOrder = {
  found: true;
  orderId: string;
  name: string;
  placedAt: string | null;
  whose: 'theirs' | 'anothers' | 'nobodys';
  memberId: string | null;
  money: 'paid' | 'waits' | 'never' | 'unknown';
  moved: MovedAmount[];
  why: OrderWhy[];
  /** How each unit's number comes about; none while the ledger doesn't follow the order. */
  units: { unit: Unit; explanation: OrderExplanation }[];
};

export type OrderAnswer = { found: false } | FoundOrder;

/** How the order's discounts are read, beside the order itself. */
export type Reading = Pick<FreeUnitReading, 'book' | 'decided'>;

export function orderAnswer(
  order: AskedOrder | null,
  asker: Asker,
  program: ProgramHistory,
  reading: Reading,
): OrderAnswer {
  if (!order || (asker.kind === 'shopper' && !isTheirs(order, asker))) return { found: false };
  const { orderId, name, memberId, newest } = order;
  return {
    found: true,
    orderId,
    name: name === '' ? orderId : name,
    placedAt: newest?.processedAt ?? null,
    whose: whoseOf(order, asker),
    memberId,
    money: moneyOf(order),
    ...(order.closed ? CLOSED : { moved: movedBy(order), ...weighed(order, program, reading) }),
  };
}

/** What such an order had given went with whoever left, in one sum with all else. */
const CLOSED: Pick<FoundOrder, 'moved' | 'why' | 'units'> = {
  moved: [],
  why: [{ of: 'order', why: 'left' }],
  units: [],
};

/** Whom it names counts, not only with whom it is: an order that has just become another's is another's. */
function isTheirs(
  { newest, memberId }: AskedOrder,
  { customerIds, memberIds }: Extract<Asker, { kind: 'shopper' }>,
): boolean {
  const named = newest?.customerId ?? null;
  if (named !== null && !customerIds.includes(named)) return false;
  return memberId === null ? named !== null : memberIds.includes(memberId);
}

function whoseOf({ memberId, newest }: AskedOrder, asker: Asker): FoundOrder['whose'] {
  if (asker.kind === 'shopper') return 'theirs';
  if (memberId === null) return newest?.customerId ? 'anothers' : 'nobodys';
  return asker.memberId === null || asker.memberId === memberId ? 'theirs' : 'anothers';
}

function moneyOf({ newest, facts }: AskedOrder): FoundOrder['money'] {
  if (!newest) return 'unknown';
  if (isGivenUp(newest)) return 'never';
  return isSettled(newest, facts ?? NO_FACTS) ? 'paid' : 'waits';
}

function movedBy({ posted, pending }: AskedOrder): MovedAmount[] {
  const { order: earned, 'free-unit': free } = posted;
  const moved = unitsOf(earned, free, pending).map((unit) => {
    const [given, taken] = [earned[unit]?.sum ?? 0, 0 - (free[unit]?.sum ?? 0)];
    return { unit, given, taken, pending: pending[unit] ?? 0 };
  });
  return moved.filter(({ given, taken, pending: waits }) => given !== 0 || taken !== 0 || waits !== 0);
}

function weighed(
  order: AskedOrder,
  program: ProgramHistory,
  { book, decided }: Reading,
): Pick<FoundOrder, 'why' | 'units'> {
  const { newest, orderId, waits } = order;
  if (waits !== null)
    return { why: [{ of: 'order', why: waits === 'due' ? 'counting' : 'set-aside' }], units: [] };
  const facts = order.facts ?? NO_FACTS;
  const version = versionOfOrder(order, program);
  const sizeOf = orderSizes({ version, facts, versions: program.versions, cards: null });
  const target = orderTarget(order, version?.rules ?? null, facts, { book, decided, sizeOf });
  const rules = version && { number: version.number, earn: version.rules.earn };
  const { nothing } = target.worth;
  const guest: OrderWhy[] = order.memberId === null ? [{ of: 'order', why: 'guest' }] : [];
  const flagged: OrderWhy[] = order.flagged ? [{ of: 'order', why: 'to-check' }] : [];
  const known = newest && nothing !== 'deleted' ? whysOf({ newest, facts, version, target }) : gone(nothing);
  return {
    why: [...guest, ...known, ...flagged],
    units: explainWorth({ orderId, newest, version: rules, facts, target }),
  };
}

const gone = (nothing: string | null): OrderWhy[] => [
  { of: 'order', why: nothing === 'deleted' ? 'deleted' : 'no-snapshot' },
];
