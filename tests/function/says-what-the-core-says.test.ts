// One rule stands in two languages: whatever the program and the cart, the function answers what the core's rule says.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StampsProjection } from '#app/core/stamps/card-projection.ts';
import { card } from '#tests/support/factories.ts';
import type { FunctionLine } from './cart-input.ts';
import { functionInput, type FunctionScene } from './function-scene.ts';
import { referenceRun } from './reference/reference-run.ts';
import { runOnce } from './run-function.ts';

const PRODUCTS = ['501', '0501', '7300000000100', '7300000000101'];
const COLLECTIONS = ['71', '72', '7300000000009'];
/** Case and space that fold, letters beyond ASCII, one that folds to two letters. */
const TAGS = [
  'beans',
  ' Beans',
  'SALE',
  'sale ',
  'Été',
  'ÉTÉ',
  'ΟΔΟΣ',
  'İstanbul',
  '\u00a0x\u2003',
  'ﬁn',
  '𐐀',
  // Capitals that newer releases of Unicode brought.
  'Ⱟ',
  'Ꟁ',
  'x'.repeat(255),
];
const DAYS = ['2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22', '2027-01-01'];
const someOf = (values: readonly string[], maxLength = values.length) =>
  fc.subarray([...values], { maxLength });
const seldom = <Value>(often: Value, other: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(often) }, other);

/** As the ceilings below, one step beside them, and what is barely a price or none. */
const anyAmount = fc.oneof(
  fc.constantFrom(
    '0.0',
    '0.00001',
    '0.0001',
    '14.5',
    '14.50',
    '14.5000000000000000001',
    '20',
    '20.00',
    '20.000000001',
  ),
  fc.constantFrom(
    '19.9999999999999999999',
    '20.01',
    '20.0099999999999999',
    '020.0',
    '999999999999.99',
    '1000000000000',
  ),
  fc.constantFrom('', '.', '1.', '.5', '-1.0', '1e3', '1,5', ' 1', '1 ', '１', '1.2.3', 'NaN'),
  fc
    .tuple(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 0, max: 9_999 }))
    .map(([whole, cents]) => `${whole}.${cents}`),
);
const anyRate = fc.oneof(
  fc.constantFrom(
    '1.0',
    '1',
    '1.0838',
    '163.21',
    '0.0061289',
    '0.9999999999999999',
    '1.3333333333333333',
    '0',
    '0.0',
    '',
    'x',
  ),
  fc.double({ min: 0.0001, max: 20_000, noNaN: true }).map((rate) => rate.toFixed(10)),
);

const anyCard = (key: string) =>
  fc
    .record({
      size: fc.integer({ min: 3, max: 12 }),
      maxPriceMinor: fc.oneof(
        fc.constant(null),
        fc.constantFrom(1, 1_450, 2_000, 1_000_000_000),
        fc.integer({ min: 1, max: 400_000 }),
      ),
      startsOn: seldom<string | null>(null, fc.constantFrom(...DAYS)),
      endsOn: seldom<string | null>(null, fc.constantFrom(...DAYS)),
      products: fc.record({
        all: seldom(false, fc.constant(true)),
        productIds: someOf(PRODUCTS),
        collectionIds: someOf(COLLECTIONS),
        withTags: someOf(TAGS),
        withoutTags: seldom<string[]>([], someOf(TAGS, 2)),
      }),
      title: fc.record({
        en: fc.constantFrom('Coffee card', 'Café “one”'),
        fr: fc.constantFrom('Carte café', '☕ 咖啡'),
      }),
    })
    .map((some) => card({ key, ...some }));

const anyLine: fc.Arbitrary<FunctionLine> = fc.record({
  productId: seldom<string | null>('501', fc.oneof(fc.constantFrom(...PRODUCTS), fc.constant(null))),
  quantity: fc.oneof(fc.integer({ min: 1, max: 15 }), fc.constant(1_000_000)),
  amount: anyAmount,
  giftCard: seldom(false, fc.constant(true)),
  subscription: seldom(false, fc.constant(true)),
  collections: someOf(COLLECTIONS),
  tags: someOf(TAGS),
});

const held = fc.tuple(fc.integer({ min: -30, max: 400 }), fc.integer({ min: 3, max: 12 }));
const anyStamps = fc
  .record({
    one: held,
    two: held,
    three: held,
    until: fc.option(fc.constantFrom(...DAYS)),
    blocked: seldom(false, fc.constant(true)),
  })
  .map(({ one, two, three, until, blocked }) => ({
    v: 1 as const,
    cards: { one, two, three },
    blocked,
    ...(until ? { until } : {}),
  }));

const anyScene: fc.Arbitrary<FunctionScene> = fc.record({
  cards: fc.tuple(anyCard('one'), anyCard('two'), anyCard('three')),
  own: fc.constantFrom('one', 'two', 'three'),
  lines: fc.array(anyLine, { maxLength: 12 }),
  stamps: seldom<StampsProjection | null>(null, anyStamps),
  shopper: seldom<NonNullable<FunctionScene['shopper']>>(
    'signed in',
    fc.constantFrom('guest', 'typed an e-mail', 'customer at a till', 'nobody at a till'),
  ),
  day: fc.constantFrom(...DAYS),
  language: fc.constantFrom('en', 'fr', 'de'),
  rate: anyRate,
  exponent: fc.constantFrom(0, 2, 3),
  classes: seldom<string[]>(['PRODUCT'], fc.constantFrom(['ORDER', 'PRODUCT'], ['SHIPPING'], [])),
  bundles: seldom<string[]>([], someOf(PRODUCTS)),
  never: fc.option(fc.record({ productIds: someOf(PRODUCTS), collectionIds: someOf(COLLECTIONS) }), {
    nil: undefined,
  }),
  nullsLeftOut: fc.boolean(),
});

test('C97 the function answers what the core’s rule says, for any program and cart', () => {
  fc.assert(
    fc.property(anyScene, (scene) => {
      const input = functionInput(scene);
      expect(runOnce(input)).toEqual(referenceRun(input));
    }),
    { numRuns: 2_000 },
  );
});

test('C97 long carts are answered as the core says, cut where the answer ends', () => {
  const lines = fc.array(
    fc.record({ quantity: fc.integer({ min: 1, max: 20 }), amount: fc.integer({ min: 0, max: 60 }) }),
    {
      minLength: 150,
      maxLength: 500,
    },
  );
  fc.assert(
    fc.property(lines, fc.integer({ min: 0, max: 9_000 }), (carts, stamps) => {
      const input = functionInput({
        cards: [card()],
        stamps: { v: 1, cards: { coffee: [stamps, 5] }, blocked: false },
        lines: carts.map(({ quantity, amount }, index) => ({
          id: `${index}-4c1e-4a3b-9f00-0123456789ab-5a0b1c2d3e4f`,
          productId: String(7_300_000_000_000 + index),
          quantity,
          amount: `${amount}.0`,
        })),
      });
      expect(runOnce(input)).toEqual(referenceRun(input));
    }),
    { numRuns: 60 },
  );
});

test('a config that an older release wrote, its tags as the merchant typed them, gives the same', () => {
  const tags = ['ΟΔΟΣ', ' Été', 'SALE'];
  const products = { ...card().products, all: false, withTags: tags };
  for (const tag of tags) {
    const input = functionInput({
      cards: [card({ products })],
      lines: [{ productId: '501', quantity: 6, amount: '14.50', tags: [tag.trim()] }],
    });
    const written = input.discount.config?.jsonValue.cards.map((one) => ({ ...one, products }));
    Object.assign(input.discount.config?.jsonValue ?? {}, { cards: written });
    expect(runOnce(input).operations).toHaveLength(1);
  }
});
