// The budget that publishing counts with, held against what the function spends: it never promises a longer cart than Shopify
// serves, and every program that it lets through serves 200 lines.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  LEAST_CART_LINES,
  linesThatFit,
  MOST_CART_LINES,
  mostInstructions,
} from '#app/core/stamps/cart-budget.ts';
import { functionConfig } from '#app/core/stamps/discount-config.ts';
import { card } from '#tests/support/factories.ts';
import { functionInput, type FunctionScene } from './function-scene.ts';
import { measuredRun } from './run-function.ts';

const NONE = { all: false, productIds: [], collectionIds: [], withTags: [], withoutTags: [] };
const ids = (count: number, from: number) =>
  Array.from({ length: count }, (_one, index) => String(from + index));

type Shape = {
  collections: number;
  tags: number;
  without: number;
  products: number;
  letters: number;
  letter: string;
};

/** Cards that share nothing, so that all is asked: the dearest that a program of this shape can be. */
function cardsOf(shapes: readonly Shape[]) {
  return shapes.map(({ collections, tags, without, products, letters, letter }, index) => {
    const from = 7_300_000_000_000 + index * 1_000;
    const tagsFrom = (count: number, start: number) =>
      ids(count, index * 100 + start).map((tag) => tag.padEnd(letters, letter));
    return card({
      key: `card-${index}`,
      maxPriceMinor: 1_000_000_000,
      products: {
        ...NONE,
        productIds: ids(products, from),
        collectionIds: ids(collections, from),
        withTags: tagsFrom(tags, 10),
        withoutTags: tagsFrom(without, 50),
      },
    });
  });
}

/** The dearest cart: each product is in all that the last card asks for, and each unit of it is free. */
function dearest(cards: ReturnType<typeof cardsOf>, lines: number, subscription: boolean): FunctionScene {
  const own = cards.at(-1);
  const key = own?.key ?? '';
  return {
    cards,
    own: key,
    rate: '163.2112345678',
    stamps: { v: 1, cards: { [key]: [9_000_000, 5] }, blocked: false, until: '2026-12-31' },
    lines: Array.from({ length: lines }, (_one, index) => ({
      id: `${String(index).padStart(8, '0')}-4c1e-4a3b-9f00-0123456789ab`,
      productId: own?.products.productIds[index] ?? String(7_300_000_900_000 + index),
      quantity: 900 + index,
      amount: `${999_999 - index}.50`,
      collections: own?.products.collectionIds ?? [],
      tags: own?.products.withTags ?? [],
      subscription,
    })),
  };
}

const anyShape: fc.Arbitrary<Shape> = fc.record({
  collections: fc.integer({ min: 0, max: 4 }),
  tags: fc.integer({ min: 0, max: 6 }),
  without: fc.integer({ min: 0, max: 3 }),
  products: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 250 })),
  letters: fc.constantFrom(3, 8, 60, 255),
  // A capital sigma becomes one of two letters, by what stands around it: to tell which would cost much.
  letter: fc.constantFrom('x', 'É', 'Σ'),
});
const anyProgram = fc.array(anyShape, { minLength: 1, maxLength: 10 }).map(cardsOf);
const configOf = (cards: ReturnType<typeof cardsOf>) => functionConfig(cards, cards.at(-1)?.key ?? '', 2);

test('C97 under any program that may be published, carts of 200 and of 500 lines get their free units', () => {
  const publishable = anyProgram.filter((cards) => linesThatFit(configOf(cards)) >= LEAST_CART_LINES);
  fc.assert(
    fc.property(
      publishable,
      fc.boolean(),
      fc.constantFrom(LEAST_CART_LINES, MOST_CART_LINES),
      (cards, subscription, lines) => {
        expect(measuredRun(functionInput(dearest(cards, lines, subscription))).broken).toBeNull();
      },
    ),
    { numRuns: 30 },
  );
});

test('C97 a shorter cart that is promised fits, and no run spends more than the budget says', () => {
  fc.assert(
    fc.property(anyProgram, fc.boolean(), (cards, subscription) => {
      const config = configOf(cards);
      const lines = Math.min(LEAST_CART_LINES, linesThatFit(config));
      const run = measuredRun(functionInput(dearest(cards, lines, subscription)));
      expect(run.broken).toBeNull();
      expect(run.instructions).toBeLessThanOrEqual(mostInstructions(config, lines));
    }),
    { numRuns: 60 },
  );
});

const shape = (some: Partial<Shape>): Shape => ({
  ...{ collections: 0, tags: 0, without: 0, products: 0, letters: 8, letter: 'x' },
  ...some,
});

test.each([
  ['one card of one collection', [shape({ collections: 1 })], MOST_CART_LINES],
  ['one card of six collections', [shape({ collections: 6 })], MOST_CART_LINES],
  ['two cards of 250 products', [shape({ products: 250 }), shape({ products: 250 })], MOST_CART_LINES],
  ['one card of twelve tags', [shape({ tags: 9 })], MOST_CART_LINES],
  [
    'two cards of two collections and two tags',
    Array.from({ length: 2 }, () => shape({ collections: 2, tags: 1 })),
    MOST_CART_LINES,
  ],
  ['three cards of three collections', Array.from({ length: 3 }, () => shape({ collections: 3 })), 158],
  [
    'ten cards of two collections and two tags',
    Array.from({ length: 10 }, () => shape({ collections: 2, tags: 2 })),
    60,
  ],
])('the budget of %s', (_name, shapes, lines) => {
  expect(linesThatFit(configOf(cardsOf(shapes)))).toBe(lines);
});

test('C97 cards that share a long tag in capital letters serve the carts that publishing promises', () => {
  const tag = 'Σ'.repeat(150);
  const key = (index: number) => `card-${index}`;
  const shared = Array.from({ length: 10 }, (_one, index) =>
    card({ key: key(index), products: { ...NONE, withTags: [tag], withoutTags: index === 9 ? [] : [tag] } }),
  );
  const config = configOf(shared);
  const lines = Math.min(LEAST_CART_LINES, linesThatFit(config));
  expect(lines).toBeGreaterThan(150);
  const run = measuredRun(functionInput(dearest(shared, lines, false)));
  expect(run.broken).toBeNull();
  expect(run.instructions).toBeLessThanOrEqual(mostInstructions(config, lines));
});

test('the budget is no smaller than it must be: half as much again at most', () => {
  for (const shapes of [[shape({ collections: 5 })], [shape({ tags: 10 })], [shape({ products: 250 })]]) {
    const cards = cardsOf(shapes);
    const { instructions } = measuredRun(functionInput(dearest(cards, 200, false)));
    expect(mostInstructions(configOf(cards), 200)).toBeLessThan(instructions * 1.5);
  }
});
