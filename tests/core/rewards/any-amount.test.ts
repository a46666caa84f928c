import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { costOf, fillCart, worthOf } from '#app/core/rewards/any-amount.ts';

const EUR = { points: 100, minor: 100 };
const JPY = { points: 100, minor: 1 };
const KWD = { points: 100, minor: 1_000 };
const THREE_A_CENT = { points: 3, minor: 1 };
const THREE_CENTS = { points: 1, minor: 3 };
const FREE = { leastMinor: 1, mostMinor: null, sharePercent: 100 };

describe('C100 what points are worth, and what an amount costs', () => {
  it.each([
    ['EUR, 100 points are 1.00', EUR, 1_234, 1_234, 1_234],
    ['JPY, 100 points are ¥1: 34 stay', JPY, 1_234, 12, 1_200],
    ['KWD, 100 points are 1.000', KWD, 1_234, 12_340, 1_234],
    ['three points a cent: one stays', THREE_A_CENT, 1_000, 333, 999],
    ['a point is three cents', THREE_CENTS, 334, 1_002, 334],
    ['too few for anything', JPY, 99, 0, 0],
    ['nothing', EUR, 0, 0, 0],
    ['owed points', EUR, -5, 0, 0],
  ])('%s', (_what, rate, points, worth, taken) => {
    expect(worthOf(points, rate)).toBe(worth);
    expect(costOf(worth, rate)).toBe(taken);
  });

  it('an amount between two points costs the next point', () => {
    expect(costOf(1_000, THREE_CENTS)).toBe(334);
    expect(costOf(1, THREE_CENTS)).toBe(1);
  });
});

describe('C43 C100 the most of a cart that points pay', () => {
  it.each([
    ['the cart is dearer: all that they are worth', EUR, 1_234, 2_850, FREE, { minor: 1_234, points: 1_234 }],
    ['the cart costs less: its price', EUR, 1_234, 640, FREE, { minor: 640, points: 640 }],
    [
      'a point is three cents, the cart 10.00',
      THREE_CENTS,
      5_000,
      1_000,
      FREE,
      { minor: 1_000, points: 334 },
    ],
    ['at most 5.00', EUR, 1_234, 2_850, { ...FREE, mostMinor: 500 }, { minor: 500, points: 500 }],
    [
      'half of a cart of 28.51',
      EUR,
      9_999,
      2_851,
      { ...FREE, sharePercent: 50 },
      { minor: 1_425, points: 1_425 },
    ],
    ['a third of a yen is none', JPY, 1_234, 2, { ...FREE, sharePercent: 33 }, null],
    ['exactly the least', EUR, 100, 2_850, { ...FREE, leastMinor: 100 }, { minor: 100, points: 100 }],
    ['a point below the least', EUR, 99, 2_850, { ...FREE, leastMinor: 100 }, null],
    ['the cart is below the least', EUR, 1_234, 99, { ...FREE, leastMinor: 100 }, null],
    ['an empty cart', EUR, 1_234, 0, FREE, null],
    ['no points', EUR, 0, 2_850, FREE, null],
    ['owed points', EUR, -20, 2_850, FREE, null],
  ])('%s', (_what, rate, points, cartMinor, terms, most) => {
    expect(fillCart({ cartMinor, points }, rate, terms)).toEqual(most);
  });
});

const anyRate = fc.record({
  points: fc.integer({ min: 1, max: 10_000_000 }),
  minor: fc.integer({ min: 1, max: 1_000_000_000 }),
});
const anyPoints = fc.integer({ min: 0, max: 1_000_000_000 });

test('C100 never a point is taken that buys nothing', () => {
  fc.assert(
    fc.property(anyRate, anyPoints, (rate, points) => {
      const worth = worthOf(points, rate);
      const taken = costOf(worth, rate);
      expect(taken).toBeLessThanOrEqual(points);
      expect(worthOf(taken, rate)).toBe(worth);
      // One point less would be worth less.
      if (taken > 0) expect(worthOf(taken - 1, rate)).toBeLessThan(worth);
    }),
  );
});

test('C100 C117 changing an amount a hundred times leaves the balance right to the point', () => {
  const anySteps = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 100, maxLength: 100 });
  fc.assert(
    fc.property(anyRate, anyPoints, anySteps, (rate, points, steps) => {
      const most = worthOf(points, rate);
      let [balance, taken] = [points, 0];
      for (const step of steps) {
        const minor = Math.floor(most * step);
        const difference = costOf(minor, rate) - taken;
        taken += difference;
        balance -= difference;
        expect(balance).toBeGreaterThanOrEqual(0);
        expect(balance).toBe(points - costOf(minor, rate));
      }
      expect(balance + taken).toBe(points);
    }),
  );
});

test('C113 what fills a cart is within its share, the balance and the most', () => {
  const anyTerms = fc.record({
    leastMinor: fc.integer({ min: 1, max: 10_000 }),
    mostMinor: fc.option(fc.integer({ min: 10_000, max: 1_000_000 })),
    sharePercent: fc.integer({ min: 1, max: 100 }),
  });
  fc.assert(
    fc.property(anyRate, anyPoints, fc.nat(10_000_000), anyTerms, (rate, points, cartMinor, terms) => {
      const most = fillCart({ cartMinor, points }, rate, terms);
      if (!most) return;
      expect(most.points).toBeLessThanOrEqual(points);
      expect(most.minor).toBeGreaterThanOrEqual(terms.leastMinor);
      expect(most.minor).toBeLessThanOrEqual(terms.mostMinor ?? cartMinor);
      // As the discount asks: a hundredth of the share, rounded up, isn't more than the cart.
      expect(Math.ceil((most.minor * 100) / terms.sharePercent)).toBeLessThanOrEqual(cartMinor);
    }),
  );
});
