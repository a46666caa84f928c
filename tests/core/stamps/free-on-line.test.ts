import { describe, expect, it } from 'vitest';
import { NO_FACTS } from '#app/core/snapshots/order-facts.ts';
import type { OrderDiscount, OrderLine, OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import type { StampCard } from '#app/core/program/card-rules.ts';
import { titleBook, wholeUnits, type FreeUnits } from '#app/core/stamps/free-on-line.ts';
import { orderStamps } from '#app/core/stamps/order-stamps.ts';
import { card, line, order } from '#tests/support/factories.ts';

const BOOK = titleBook(
  [
    { cardKey: 'coffee', title: 'Coffee card' },
    { cardKey: 'coffee', title: 'Carte café' },
    { cardKey: 'mugs', title: 'Mug card' },
  ],
  ['Three for two'],
);

type Told = {
  lines: OrderLine[];
  discounts?: OrderDiscount[];
  cards?: StampCard[];
  decided?: Record<string, FreeUnits>;
  source?: string;
};

function read({ lines, discounts = [ours], cards = [card()], decided = {}, source = 'web' }: Told) {
  const snapshot: OrderSnapshot = order({ lines, discounts, source });
  return orderStamps(snapshot, cards, NO_FACTS, { book: BOOK, decided, sizeOf: () => 5 });
}

const ours: OrderDiscount = { type: 'automatic', title: 'Coffee card' };
const off = (minor: number, presentment = minor, application = 0) => [
  { application, amount: [minor, presentment] as const },
];

describe('free units of a line', () => {
  it.each<[string, OrderDiscount]>([
    ['our title', ours],
    ['the title in another language', { type: 'automatic', title: 'Carte café' }],
    ['our title in other letters, with blanks', { type: 'automatic', title: '  COFFEE card ' }],
  ])('are read by %s', (_name, discount) => {
    const six = line({ priceMinor: 300, quantity: 6, discounts: off(300) });
    const { lines, flags } = read({ lines: [six], discounts: [discount] });
    expect(lines).toMatchObject([{ free: 1, taken: 5, units: 5 }]);
    expect(flags).toEqual([]);
  });

  it.each<[string, OrderDiscount]>([
    ['a code', { type: 'discount_code', title: 'Coffee card' }],
    ['a discount by hand', { type: 'manual', title: 'Coffee card' }],
    ['a script', { type: 'script', title: 'Coffee card' }],
  ])('are none of %s that bears our title', (_name, discount) => {
    const six = line({ priceMinor: 300, quantity: 6, discounts: off(300) });
    expect(read({ lines: [six], discounts: [discount] })).toMatchObject({
      lines: [{ free: 0, taken: 0, units: 6 }],
      flags: [],
    });
  });

  it('C54 are the same on one line of three, on two lines, and of several variants', () => {
    const one = [line({ priceMinor: 400, quantity: 3, discounts: off(400) })];
    const two = [
      line({ priceMinor: 400, quantity: 2 }),
      line({ priceMinor: 400, quantity: 1, discounts: off(400) }),
    ];
    const variants = [
      line({ variantId: '601', priceMinor: 900, quantity: 2 }),
      line({ variantId: '602', priceMinor: 400, discounts: off(400) }),
    ];
    for (const lines of [one, two, variants]) {
      const sums = read({ lines }).lines.reduce(
        (sum, { units, taken }) => ({ units: sum.units + units, taken: sum.taken + taken }),
        { units: 0, taken: 0 },
      );
      expect(sums).toEqual({ units: 2, taken: 5 });
    }
  });

  it('are reckoned in the money that the shopper paid with, whatever the shop’s own rounds to', () => {
    const yen = line({ quantity: 3, gross: [1_001, 1_500], discounts: off(333, 500) });
    expect(read({ lines: [yen] }).lines).toMatchObject([{ free: 1 }]);
  });

  it('add up where an order names our discount twice', () => {
    const twice = line({ priceMinor: 300, quantity: 12, discounts: [...off(300), ...off(300, 300, 1)] });
    const discounts = [ours, { type: 'automatic', title: 'Carte café' } as const];
    expect(read({ lines: [twice], discounts }).lines).toMatchObject([{ free: 2, taken: 10, units: 10 }]);
  });

  it('are exact beyond what a float can multiply', () => {
    expect(wholeUnits(9_007_199_254_740_990, 9_007_199_254_740_990, 999)).toBe(999);
    expect(wholeUnits(9_007_199_254_740_989, 9_007_199_254_740_990, 999)).toBeNull();
  });
});

describe('C69 what can’t be read for certain is flagged, takes nothing, and earns as if nothing were free', () => {
  const flagged = (told: Told) => {
    const { lines, flags } = read(told);
    expect(lines.reduce((sum, { taken }) => sum + taken, 0)).toBe(0);
    return {
      units: lines.map(({ units }) => units),
      flags: flags.map(({ reason, cardKey }) => [reason, cardKey]),
    };
  };

  it('the merchant’s own tenth off bears our title', () => {
    const lines = [line({ priceMinor: 1_000, quantity: 2, discounts: off(200) })];
    expect(flagged({ lines })).toEqual({ units: [2], flags: [['not-whole-units', 'coffee']] });
  });

  it('our title on a product that the card doesn’t count, or that another card counts', () => {
    const outside = [card({ products: { ...card().products, all: false, productIds: ['999'] } })];
    const lines = [line({ discounts: off(1_400) })];
    expect(flagged({ lines, cards: outside })).toEqual({ units: [], flags: [['ineligible-line', 'coffee']] });
    const discounts = [{ type: 'automatic', title: 'Mug card' } as const];
    expect(flagged({ lines, discounts })).toEqual({ units: [1], flags: [['ineligible-line', 'mugs']] });
  });

  it('whole units free under a title that nobody knows: ours may have been renamed', () => {
    const lines = [line({ priceMinor: 300, quantity: 6, discounts: off(300) })];
    const discounts = [{ type: 'automatic', title: 'Café gratuit' } as const];
    expect(flagged({ lines, discounts })).toEqual({ units: [6], flags: [['foreign-title', 'coffee']] });
  });

  it('but not a part of a price under such a title, nor a title that the merchant has called somebody else’s', () => {
    const tenth = [line({ priceMinor: 1_000, discounts: off(100) })];
    const sale = [{ type: 'automatic', title: 'Sale' } as const];
    expect(flagged({ lines: tenth, discounts: sale })).toEqual({ units: [1], flags: [] });
    const three = [line({ priceMinor: 300, quantity: 3, discounts: off(300) })];
    const known = [{ type: 'automatic', title: 'THREE for two' } as const];
    expect(flagged({ lines: three, discounts: known })).toEqual({ units: [3], flags: [] });
  });

  it('C73 our title on an order of a subscription', () => {
    const lines = [line({ priceMinor: 300, quantity: 6, discounts: off(300) })];
    for (const source of ['subscription_contract', 'subscription_contract_checkout_one']) {
      expect(flagged({ lines, source })).toEqual({ units: [6], flags: [['subscription', 'coffee']] });
    }
  });

  it('until the merchant decides: so many units, or none', () => {
    const odd = line({ lineId: '1', priceMinor: 1_000, quantity: 3, discounts: off(1_500) });
    const decide = (units: number) => read({ lines: [odd], decided: { '1': { cardKey: 'coffee', units } } });
    expect(decide(2)).toMatchObject({ lines: [{ free: 2, taken: 10, units: 1 }], flags: [] });
    expect(decide(0)).toMatchObject({ lines: [{ free: 0, taken: 0, units: 3 }], flags: [] });
  });

  it('a decision on a line of another card takes that card’s stamps, and the paid units bring their own', () => {
    const told = line({ lineId: '1', priceMinor: 1_000, quantity: 3, discounts: off(1_000) });
    const { lines } = read({ lines: [told], decided: { '1': { cardKey: 'mugs', units: 1 } } });
    expect(lines).toMatchObject([
      { cardKey: 'coffee', units: 2, taken: 0 },
      { cardKey: 'mugs', units: 0, taken: 5 },
    ]);
  });
});

describe('a card counts', () => {
  const days = [card({ startsOn: '2026-11-21', endsOn: '2026-11-22' })];
  it.each([
    ['2026-11-20', 0],
    ['2026-11-21', 1],
    ['2026-11-22', 1],
    ['2026-11-23', 0],
  ])('from its first day to its last, in the shop’s calendar: on %s %i', (on, units) => {
    const reading = { book: BOOK, decided: {}, sizeOf: () => 5 };
    const { lines } = orderStamps(order(), days, { ...NO_FACTS, on }, reading);
    expect(lines.reduce((sum, each) => sum + each.units, 0)).toBe(units);
  });

  it('products by their tags, as they were when the order was first seen', () => {
    const tagged = [
      card({ products: { ...card().products, all: false, withTags: ['Beans'], withoutTags: ['sale'] } }),
    ];
    const units = (tags: string[]) => {
      const facts = { ...NO_FACTS, productTags: { '501': tags } };
      return orderStamps(order(), tagged, facts, { book: BOOK, decided: {}, sizeOf: () => 5 }).lines.length;
    };
    expect([units(['beans']), units(['beans', 'SALE']), units([])]).toEqual([1, 0, 0]);
  });
});
