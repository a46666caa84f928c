// Any cart: the function gives what a reference that goes unit by unit gives, and never more than the ledger's formula
// leaves the member with.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StampCard } from '#app/core/program/card-rules.ts';
import { freeUnits } from '#app/core/stamps/free-units.ts';
import { card } from '#tests/support/factories.ts';
import type { FunctionLine } from './cart-input.ts';
import { stampsOf, type FunctionScene } from './function-scene.ts';
import { freeInCart } from './run-function.ts';

const PRODUCTS = ['501', '502', '503'];
const COLLECTIONS = ['71', '72'];
const TAGS = ['beans', 'Sale'];
const someOf = (values: readonly string[]) => fc.subarray([...values]);

const anyProducts = fc.record({
  all: fc.boolean(),
  productIds: someOf(PRODUCTS),
  collectionIds: someOf(COLLECTIONS),
  withTags: someOf(TAGS),
  withoutTags: fc.oneof({ weight: 2, arbitrary: fc.constant<string[]>([]) }, someOf(TAGS)),
});

const anyCard = (key: string) =>
  fc
    .record({
      size: fc.integer({ min: 3, max: 12 }),
      maxPriceMinor: fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 1_200 })),
      startsOn: fc.constantFrom(null, '2026-11-21', '2026-11-22'),
      endsOn: fc.constantFrom(null, '2026-11-20', '2026-11-21'),
      products: anyProducts,
    })
    .map((some) => card({ key, ...some }));

const anyLine: fc.Arbitrary<FunctionLine> = fc.record({
  productId: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...PRODUCTS) }, fc.constant(null)),
  quantity: fc.integer({ min: 1, max: 15 }),
  amount: fc.constantFrom('0.0', '1.00', '4.5', '9.99', '12.00', '20.00'),
  giftCard: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, fc.constant(true)),
  subscription: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, fc.constant(true)),
  collections: someOf(COLLECTIONS),
  tags: someOf(TAGS),
});

const anyScene = fc
  .record({
    cards: fc.tuple(anyCard('a'), anyCard('b'), anyCard('c')),
    lines: fc.array(anyLine, { minLength: 1, maxLength: 8 }),
    held: fc.array(fc.tuple(fc.integer({ min: -8, max: 40 }), fc.integer({ min: 3, max: 12 })), {
      minLength: 3,
      maxLength: 3,
    }),
  })
  .map(({ cards, lines, held }) => {
    const stamps = Object.fromEntries(held.map((one, index) => ['abc'[index] ?? '', one]));
    return { cards: [...cards], lines, stamps: stampsOf(stamps), day: '2026-11-21' };
  });
type Scene = FunctionScene & { cards: StampCard[]; stamps: ReturnType<typeof stampsOf>; day: string };

/** The rules once more, in the merchant's words and one unit at a time. */
function countedBy({ cards, day }: Scene, line: FunctionLine): StampCard | undefined {
  if (line.productId === null || line.giftCard || Number(line.amount) === 0) return undefined;
  const tags = line.tags?.map((tag) => tag.toLowerCase()) ?? [];
  return cards.find(({ startsOn, endsOn, products }) => {
    if (startsOn !== null && startsOn > day) return false;
    if (endsOn !== null && endsOn < day) return false;
    if (products.withoutTags.some((tag) => tags.includes(tag.toLowerCase()))) return false;
    const byTag = products.withTags.some((tag) => tags.includes(tag.toLowerCase()));
    const byCollection = products.collectionIds.some((id) => line.collections?.includes(id));
    return products.all || byTag || byCollection || products.productIds.includes(line.productId ?? '');
  });
}

type Unit = { line: number; cents: number; mayBeFree: boolean };

/** Takes one unit more for free as long as the stamps and the other units pay for it. */
function reference(scene: Scene): Record<string, Record<string, number>> {
  const given: Record<string, Record<string, number>> = {};
  for (const { key, size: ofVersion, maxPriceMinor } of scene.cards) {
    const units: Unit[] = scene.lines.flatMap((line, index) => {
      if (countedBy(scene, line)?.key !== key) return [];
      const cents = Math.round(Number(line.amount) * 100);
      const mayBeFree = !line.subscription && cents <= (maxPriceMinor ?? Infinity);
      return Array.from({ length: line.quantity }, () => ({ line: index, cents, mayBeFree }));
    });
    const [stamps, size] = scene.stamps.cards[key] ?? [0, ofVersion];
    const cheapest = units.filter((unit) => unit.mayBeFree).sort((a, b) => a.cents - b.cents);
    let free = 0;
    while (free < cheapest.length && stamps + units.length - (free + 1) >= size * (free + 1)) free += 1;
    for (const unit of cheapest.slice(0, free)) {
      const ofCard = (given[key] ??= {});
      ofCard[unit.line + 1] = (ofCard[unit.line + 1] ?? 0) + 1;
    }
  }
  return given;
}

test('C49 C54 in any cart the function gives what the reference gives, unit by unit', () => {
  fc.assert(
    fc.property(anyScene, (scene) => {
      expect(freeInCart(scene)).toEqual(reference(scene));
    }),
    { numRuns: 300 },
  );
});

test('C70 in any cart the ledger’s formula leaves no new debt once the order is paid', () => {
  fc.assert(
    fc.property(anyScene, (scene) => {
      for (const [key, lines] of Object.entries(freeInCart(scene))) {
        const [stamps, size] = scene.stamps.cards[key] ?? [0, 0];
        const free = Object.values(lines).reduce((sum, units) => sum + units, 0);
        const counted = scene.lines.filter((line) => countedBy(scene, line)?.key === key);
        const paid = counted.reduce((sum, line) => sum + line.quantity, 0) - free;
        expect(stamps + paid - size * free).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 300 },
  );
});

test('while the program is paused a cart gives what full cards pay for, and its own units nothing', () => {
  fc.assert(
    fc.property(anyScene, (scene) => {
      const running = freeInCart(scene);
      for (const [key, lines] of Object.entries(freeInCart({ ...scene, paused: true }))) {
        const [stamps, size] = scene.stamps.cards[key] ?? [0, 1];
        const sum = (of: Record<string, number>) => Object.values(of).reduce((all, units) => all + units, 0);
        expect(sum(lines)).toBeLessThanOrEqual(Math.floor(stamps / size));
        expect(sum(lines)).toBeLessThanOrEqual(sum(running[key] ?? {}));
      }
    }),
    { numRuns: 300 },
  );
});

test('one unit more in the cart never makes fewer free, and takes at most one more', () => {
  const cart = fc.record({
    stamps: fc.integer({ min: -20, max: 60 }),
    size: fc.integer({ min: 3, max: 12 }),
    units: fc.integer({ min: 0, max: 60 }),
  });
  fc.assert(
    fc.property(cart, ({ stamps, size, units }) => {
      const now = freeUnits({ stamps, size, units, mayBeFree: units });
      const more = freeUnits({ stamps, size, units: units + 1, mayBeFree: units + 1 });
      expect(more - now === 0 || more - now === 1).toBe(true);
    }),
  );
});
