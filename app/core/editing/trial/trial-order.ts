// "What would this be worth?": a made-up cart as an order, and any order under rules that aren't published.
import { factsOf, type AskedFacts } from '../../orders/facts/freeze-facts.ts';
import type { OrderOfMember, ProgramHistory } from '../../orders/known-order.ts';
import { explainWorth } from '../../orders/explain-worth.ts';
import type { OrderExplanation } from '../../orders/order-explanation.ts';
import type { OrderLine, OrderSnapshot } from '../../snapshots/order-snapshot.ts';
import { orderTarget } from '../../orders/order-target.ts';
import type { ProgramRules } from '../../program/program-rules.ts';
import type { HeldStamps } from '../../stamps/free-in-cart.ts';
import { NO_TITLES } from '../../stamps/free-on-line.ts';
import type { FreeUnitReading } from '../../stamps/order-stamps.ts';
import { titleSpans } from '../../stamps/title-spans.ts';
import type { Unit } from '../../values/units.ts';

export type TrialLine = {
  priceMinor: number;
  quantity: number;
  productId: string | null;
  variantId: string | null;
};

const THE_BEGINNING = new Date(0);

/** As if the rules had always been published. */
export function trialProgram(rules: ProgramRules, timeZone: string): ProgramHistory {
  return { versions: [{ number: 0, publishedAt: THE_BEGINNING, rules }], earnsFrom: THE_BEGINNING, timeZone };
}

function orderLine(line: TrialLine, index: number, giftCards: ReadonlySet<string>): OrderLine {
  const { priceMinor, quantity, productId, variantId } = line;
  const minor = priceMinor * quantity;
  return {
    lineId: String(index + 1),
    productId,
    variantId,
    quantity,
    currentQuantity: quantity,
    gross: [minor, minor],
    discounts: [],
    taxMinor: 0,
    giftCard: productId !== null && giftCards.has(productId),
    tip: false,
    bundleGroup: null,
  };
}

/**
 * A paid cart of somebody without a name. Its tax isn't known, so it has none. Line ids are 1, 2 …
 * @param giftCards ids of the products that are gift cards
 */
export function cartAsOrder(
  lines: readonly TrialLine[],
  currency: string,
  giftCards: ReadonlySet<string>,
  placedAt: Date,
): OrderSnapshot {
  return {
    orderId: '0',
    name: '',
    customerId: null,
    processedAt: placedAt.toISOString(),
    updatedAt: placedAt.toISOString(),
    cancelledAt: null,
    status: 'paid',
    test: false,
    source: null,
    tags: [],
    taxesIncluded: true,
    currency,
    presentmentCurrency: currency,
    lines: lines.map((line, index) => orderLine(line, index, giftCards)),
    shipping: [0, 0],
    tax: [0, 0],
    tipMinor: 0,
    discounts: [],
    refunds: [],
  };
}

/** An order that nothing is known of but what Shopify says now. */
export function trialOrder(newest: OrderSnapshot): OrderOfMember {
  return {
    orderId: newest.orderId,
    newest,
    paid: null,
    deleted: false,
    facts: null,
    programVersion: null,
    memberId: null,
  };
}

/** Our knowledge beside a trial's order; `reading` is missing where nothing of it can be ours, `held` where nobody knows. */
type KnownOfTrial = {
  blocked: boolean;
  asked: AskedFacts;
  timeZone: string;
  reading?: FreeUnitReading;
  held?: HeldStamps;
};

/**
 * The order's worth under the rules, unit by unit, and after it what its free units take. No version is named: the
 * rules have none yet.
 */
export function explainTrial(
  order: OrderOfMember,
  rules: ProgramRules,
  known: KnownOfTrial,
): { unit: Unit; explanation: OrderExplanation }[] {
  const stamps = Object.entries(known.held ?? {}).map(([cardKey, [count]]) => [cardKey, count] as const);
  const held = Object.fromEntries(stamps);
  const facts = { ...factsOf(order, trialProgram(rules, known.timeZone), known), held };
  const target = orderTarget(order, rules, facts, known.reading);
  const { orderId, newest } = order;
  const version = { number: 0, earn: rules.earn };
  return explainWorth({ orderId, newest, version, facts, target }).map(({ unit, explanation }) => ({
    unit,
    explanation: { ...explanation, version: null },
  }));
}

/**
 * The titles of the trial's cards, beside those that the shop's discounts ever bore, and the stamps that a free unit
 * takes: of the member's running card, else as the rules say.
 */
export function trialReading(
  { cards }: Pick<ProgramRules, 'cards'>,
  held: HeldStamps,
  before: Pick<FreeUnitReading, 'book' | 'decided'> = { book: NO_TITLES, decided: {} },
): FreeUnitReading {
  const titles = cards.flatMap(({ key, title }) =>
    Object.values(title).map((said) => ({ cardKey: key, title: said })),
  );
  const typed = titleSpans(titles);
  const { book, decided } = before;
  const spansOf = new Map(book.spansOf);
  for (const [title, spans] of typed) spansOf.set(title, [...spans, ...(book.spansOf.get(title) ?? [])]);
  const sizeOf = (cardKey: string) =>
    held[cardKey]?.[1] ?? cards.find(({ key }) => key === cardKey)?.size ?? null;
  return { book: { ...book, spansOf }, decided, sizeOf };
}
