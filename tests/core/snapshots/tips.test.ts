// Which lines of an order are tips: told by Shopify, or guessed with care.
import { describe, expect, it } from 'vitest';
import { withKnownTips, withTipFacts } from '#app/core/orders/facts/known-tips.ts';
import { orderWorth } from '#app/core/orders/order-worth.ts';
import { NO_FACTS, type OrderFacts } from '#app/core/snapshots/order-facts.ts';
import type { OrderLine, OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import { guessTips } from '#app/core/snapshots/tip-lines.ts';
import { line, order, rules } from '#tests/support/factories.ts';

const custom = (lineId: string, priceMinor: number, more: Partial<OrderLine> = {}) =>
  line({ lineId, priceMinor, productId: null, variantId: null, ...more });
const coffee = line({ lineId: '9', priceMinor: 1_000 });

/** As the reducers do where Shopify tells nothing. */
function guessed(lines: OrderLine[], tipMinor: number): OrderSnapshot {
  const { lineIds } = guessTips(lines, tipMinor);
  const marked = lines.map((each) => ({ ...each, tip: lineIds.includes(each.lineId) }));
  return order({ lines: marked, tipMinor, total: [1, 1] });
}

const points = (snapshot: OrderSnapshot, facts: OrderFacts = NO_FACTS) =>
  orderWorth(snapshot, rules({ cards: [] }), facts).amounts.points ?? 0;

describe('tips that nobody tells', () => {
  it('C90 are what sums up to the tip received: two of a till beside a custom item', () => {
    const lines = [custom('1', 700), custom('2', 200), custom('3', 300), coffee];
    expect(points(guessed(lines, 500))).toBe(17);
  });

  it('C90 are rather what is kept than what went back', () => {
    const item = custom('1', 300);
    const tip = custom('2', 300);
    const of = (lines: OrderLine[]) => points(guessed([...lines, coffee], 300));
    expect(of([item, tip])).toBe(13);
    expect(of([{ ...item, currentQuantity: 0 }, tip])).toBe(10);
    expect(of([item, { ...tip, currentQuantity: 0 }])).toBe(10);
  });

  it('C90 are no line that once had a product, whatever became of it', () => {
    const gone = line({ lineId: '4', priceMinor: 300 });
    const before = [custom('2', 300), gone, coffee];
    const facts = withTipFacts({ ...NO_FACTS, lines: { '4': ['501', '601'] } }, guessed(before, 300));
    const after = guessed([custom('2', 300), { ...gone, productId: null, variantId: null }, coffee], 300);
    expect(after.lines.filter(({ tip }) => tip).map(({ lineId }) => lineId)).toEqual(['4']);
    expect(points(after, facts)).toBe(13);
    expect(points(after, { ...NO_FACTS, lines: { '4': ['501', '601'] } })).toBe(13);
    const { amounts } = orderWorth(after, rules(), { ...facts, lines: { ...facts.lines } });
    expect(amounts['stamps/coffee']).toBe(2);
  });

  it('C90 are none where no sum fits, and are searched for in bounded time', () => {
    expect(guessTips([custom('1', 700), coffee], 500)).toEqual({ lineIds: [], certain: true });
    const many = Array.from({ length: 200 }, (_, index) => custom(String(index + 1), 101));
    expect(guessTips(many, 10_000).lineIds).toEqual([]);
    expect(guessTips([...many, custom('999', 400)], 400).lineIds).toEqual(['999']);
  });
});

describe('tips that Shopify told', () => {
  const told = order({
    lines: [custom('1', 300, { tip: true }), custom('2', 300), coffee],
    tipMinor: 300,
    total: [1, 1],
  });

  it('C90 stay known where a later reading doesn’t tell them', () => {
    const facts = withTipFacts(NO_FACTS, told);
    const read = guessed([custom('1', 300), custom('2', 300), coffee], 300);
    expect(points(read)).toBe(13);
    const back = guessed([custom('1', 300), custom('2', 300, { currentQuantity: 0 }), coffee], 300);
    expect(points(back, facts)).toBe(10);
    expect(withKnownTips(read, facts).lines.map(({ tip }) => tip)).toEqual([true, false, false]);
  });

  it('C90 stay known where a guess of that day would have said the same, and one of today doesn’t', () => {
    const last = order({
      lines: [custom('1', 300), custom('2', 300, { tip: true }), coffee],
      tipMinor: 300,
      total: [1, 1],
      tipsTold: true,
    });
    const facts = withTipFacts(NO_FACTS, last);
    const read = guessed([custom('1', 300), custom('2', 300, { currentQuantity: 0 }), coffee], 300);
    expect(points(read, withTipFacts(facts, read))).toBe(13);
  });

  it('C90 are no facts where they might as well have been guessed wrongly', () => {
    const ambiguous = guessed([custom('1', 300), custom('2', 300), coffee], 300);
    expect(withTipFacts(NO_FACTS, ambiguous).tips).toBeUndefined();
    const single = guessed([custom('1', 300), custom('2', 700), coffee], 300);
    expect(withTipFacts(NO_FACTS, single).tips).toEqual(['1']);
  });
});
