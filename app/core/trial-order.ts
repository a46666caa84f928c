// "What would this be worth?": a made-up cart as an order, and any order under rules that aren't published.
import { factsOf, type Asked, type OrderOfMember, type ProgramHistory } from './evaluate-order.ts';
import { explainWorth, type OrderExplanation } from './order-corrections.ts';
import type { OrderLine, OrderSnapshot } from './order-snapshot.ts';
import { orderTarget } from './order-target.ts';
import type { ProgramRules } from './program-rules.ts';
import type { Unit } from './units.ts';

export type TrialLine = {
  priceMinor: number;
  quantity: number;
  productId: string | null;
  variantId: string | null;
};

const THE_BEGINNING = new Date(0);

/** As if the rules had always been published. */
export function trialProgram(rules: ProgramRules): ProgramHistory {
  return { versions: [{ number: 0, publishedAt: THE_BEGINNING, rules }], earnsFrom: THE_BEGINNING };
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
): OrderSnapshot {
  return {
    orderId: '0',
    name: '',
    customerId: null,
    processedAt: THE_BEGINNING.toISOString(),
    updatedAt: THE_BEGINNING.toISOString(),
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

/** What the order is worth under the rules, unit by unit. No version is named: the rules have none yet. */
export function explainTrial(
  order: OrderOfMember,
  rules: ProgramRules,
  known: { blocked: boolean; asked: Asked },
): { unit: Unit; explanation: OrderExplanation }[] {
  const facts = factsOf(order, trialProgram(rules), known);
  const target = orderTarget(order, rules, facts);
  const { orderId, newest } = order;
  const version = { number: 0, earn: rules.earn };
  return explainWorth({ orderId, newest, version, facts, target }).map(({ unit, explanation }) => ({
    unit,
    explanation: { ...explanation, version: null },
  }));
}
