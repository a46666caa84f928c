// Any cart: what the page says before checkout, and what the function makes free in it, equals what the ledger posts for
// the order.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { orderWorth } from '#app/core/orders/order-worth.ts';
import { projectMember } from '#app/core/storefront/project-member.ts';
import { projectProgram } from '#app/core/storefront/project-program.ts';
import { freeInCart } from '#tests/function/run-function.ts';
import { card } from '#tests/support/factories.ts';
import { factsOf, orderOf, rulesOf } from './cases/counted-case.ts';
import type { CountedLine, CountsCase } from './cases/counted-case.ts';
import { functionScene, ledgerOf } from './cases/counted-in-function.ts';
import { liquidCart } from './scene/liquid-objects.ts';
import { renderBlock } from './scene/render-block.ts';
import { toldStory } from './scene/told-story.ts';

const CARDS = [
  card({
    key: 'beans',
    products: { all: false, productIds: [], collectionIds: ['71'], withTags: [], withoutTags: [] },
  }),
  card({
    key: 'mugs',
    title: { en: 'Everything card', fr: 'Carte tout' },
    products: { all: false, productIds: ['502', '503'], collectionIds: [], withTags: [], withoutTags: [] },
  }),
];

const PRODUCTS = [
  { id: '501', collections: ['71'] },
  { id: '502', collections: ['70', '71'] },
  { id: '503', collections: [] },
  { id: '504', collections: ['70'] },
  { id: '505', collections: ['71'], giftCard: true },
];

const anyLine = fc
  .record({
    product: fc.constantFrom(...PRODUCTS),
    priceMinor: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 20_000 })),
    quantity: fc.integer({ min: 1, max: 12 }),
    offLine: fc.integer({ min: 0, max: 100 }),
  })
  .map(({ product, priceMinor, quantity, offLine }): CountedLine => {
    const lineDiscountMinor = Math.floor((priceMinor * quantity * offLine) / 100);
    return { product: { ...product, priceMinor }, quantity, lineDiscountMinor };
  });

/** A discount on the whole cart goes by the lines' prices. */
function withCartDiscount(lines: CountedLine[], percent: number): CountedLine[] {
  return lines.map((line) => {
    const left = line.product.priceMinor * line.quantity - (line.lineDiscountMinor ?? 0);
    return { ...line, cartDiscountMinor: Math.floor((left * percent) / 100) };
  });
}

const anyCart = fc.record({
  lines: fc.array(anyLine, { minLength: 1, maxLength: 6 }),
  percent: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 100 })),
  earn: fc.record({ points: fc.integer({ min: 1, max: 50 }), perMinor: fc.integer({ min: 1, max: 5_000 }) }),
  currency: fc.constantFrom('EUR', 'JPY'),
});

test('C79 C30 in any cart, page and ledger tell the same points and stamps', async () => {
  await fc.assert(
    fc.asyncProperty(anyCart, async ({ percent, earn, currency, lines: plain }) => {
      const lines = withCartDiscount(plain, percent);
      const rules = rulesOf({ currency, program: { earn, cards: CARDS } });
      const { points = 0, ...stamps } = orderWorth(
        orderOf({ lines, currency }),
        rules,
        factsOf(lines),
      ).amounts;
      const program = projectProgram({ number: 1, rules }, { currency, proxyPath: '/apps/sixth' });
      const scene = { language: 'en', member: 'new' as const, program, cart: liquidCart(lines, currency) };
      const { text } = await renderBlock('points-for-cart', scene);
      const told = toldStory(text, 'en');
      const counting = CARDS.filter(({ key }) => stamps[`stamps/${key}`]);
      expect(told.cards.map(({ left }) => left)).toEqual(
        counting.map(({ key, size }) => [Math.min(size, Number(stamps[`stamps/${key}`])), size]),
      );
      // Liquid can't tell which lines bear a discount on the cart, so a gift card beside one means words.
      const shared =
        lines.some(({ product }) => product.giftCard) && lines.some((line) => line.cartDiscountMinor);
      expect(told.points === (points || null) || (told.points === null && shared)).toBe(true);
      if (told.points === null && points > 0) expect(text).toContain('Every ');
    }),
    { numRuns: 150 },
  );
});

const anyHeld = fc.record({
  beans: fc.tuple(fc.integer({ min: -4, max: 14 }), fc.integer({ min: 3, max: 12 })),
  mugs: fc.tuple(fc.integer({ min: -4, max: 14 }), fc.integer({ min: 3, max: 12 })),
});

/** The cart as Shopify shows it after the function ran: its free units stand on the lines. */
function withFreeUnits(counted: CountsCase): CountsCase {
  const given = freeInCart(functionScene(counted));
  const lines = counted.lines.map((line, index) => {
    const card = CARDS.find(({ key }) => given[key]?.[index + 1] !== undefined);
    return card ? { ...line, free: given[card.key]?.[index + 1] ?? 0, freeTitle: card.title.en } : line;
  });
  return { ...counted, lines };
}

test('C49 C70 C79 in any cart, function, page and ledger tell the same free units, and no card falls into debt', async () => {
  const anyMembersCart = fc.record({
    lines: fc.array(anyLine, { minLength: 1, maxLength: 6 }),
    held: anyHeld,
  });
  await fc.assert(
    fc.asyncProperty(anyMembersCart, async ({ lines: all, held }) => {
      const lines = all.map((line) => ({ ...line, lineDiscountMinor: 0 }));
      const program = { cards: CARDS };
      const counted = withFreeUnits({ case: 'any', program, lines, held, points: 0 });
      const { stamps, taken } = ledgerOf(counted);
      const { text } = await renderBlock('points-for-cart', sceneOf(counted, held));
      const { cards: told } = toldStory(text, 'en');
      const byCard = CARDS.flatMap(({ key }) => (taken[key] ? [taken[key]] : []));
      expect(told.flatMap(({ paid }) => (paid === 0 ? [] : [paid]))).toEqual(byCard);
      const left = CARDS.filter(({ key }) => stamps[key] ?? taken[key]).map(({ key }) => {
        const [before, size] = held[key as keyof typeof held];
        return [Math.min(Math.max(0, before + (stamps[key] ?? 0) - (taken[key] ?? 0)), size), size];
      });
      expect(told.map((one) => one.left)).toEqual(left);
      for (const { key } of CARDS) {
        const [before] = held[key as keyof typeof held];
        const after = before + (stamps[key] ?? 0) - (taken[key] ?? 0);
        expect(after).toBeGreaterThanOrEqual(Math.min(0, before));
      }
      const free = counted.lines.reduce((sum, line) => sum + (line.free ?? 0), 0);
      expect(told.reduce((sum, one) => sum + one.free, 0)).toBe(free);
      const saved = counted.lines.reduce((sum, line) => sum + (line.free ?? 0) * line.product.priceMinor, 0);
      const savedTold = told.reduce((sum, one) => sum + minorIn(one.saved), 0);
      expect(savedTold).toBe(saved);
    }),
    { numRuns: 150 },
  );
});

/** "€1,234.50" in minor units. */
const minorIn = (money: string | null) => Number((money ?? '').replaceAll(/\D/g, ''));

const anyStock = fc.record({
  available: fc.constantFrom(true, true, true, false),
  stock: fc.option(fc.integer({ min: 0, max: 24 }), { nil: undefined, freq: 1 }),
  step: fc.constantFrom(1, 1, 1, 6),
  most: fc.option(fc.integer({ min: 1, max: 24 }), { nil: undefined, freq: 1 }),
});

/** Nobody can have put more into the cart than there is. */
const anyBoundLine = fc
  .record({ line: anyLine, bounds: anyStock, subscribed: fc.constantFrom(false, false, true) })
  .map(({ line, bounds: { available, stock, step, most }, subscribed }): CountedLine => {
    const { product, quantity } = line;
    const variants = [
      {
        title: '250 g',
        priceMinor: product.priceMinor,
        available,
        step,
        ...(stock === undefined ? {} : { stock: Math.max(stock, quantity) }),
        ...(most === undefined ? {} : { most: Math.max(most, quantity) }),
      },
    ];
    return { ...line, lineDiscountMinor: 0, subscribed, product: { ...product, variants } };
  });

test('C49 C73 in any cart, what one is asked to add may be bought, and the function makes one more free', async () => {
  const anyNudgedCart = fc.record({
    // Each product once, as a cart's lines are told apart here by their product.
    lines: fc.uniqueArray(anyBoundLine, {
      minLength: 1,
      maxLength: 4,
      selector: ({ product }) => product.id,
    }),
    size: fc.integer({ min: 3, max: 12 }),
    over: fc.constantFrom(-1, 0, 0, 0, 1),
  });
  let nudges = 0;
  await fc.assert(
    fc.asyncProperty(anyNudgedCart, async ({ lines, size, over }) => {
      const { stamps } = ledgerOf({ case: 'any', program: { cards: CARDS }, lines, points: 0 });
      const held = Object.fromEntries(
        CARDS.map(({ key }) => [key, [size + over - (stamps[key] ?? 0), size] as [number, number]]),
      );
      const counted = withFreeUnits({ case: 'any', program: { cards: CARDS }, lines, held, points: 0 });
      const { html } = await renderBlock('points-for-cart', sceneOf(counted, held));
      for (const [, id = ''] of html.matchAll(/name="id" value="(\d+)"/g)) {
        nudges += 1;
        const at = lines.findIndex(({ product }) => `${product.id}0` === id);
        const line = lines[at];
        if (!line) throw new Error(`no variant ${id} in the cart`);
        const [{ available, stock = Infinity, step, most = Infinity } = {}] = line.product.variants ?? [];
        expect([available, step, line.subscribed]).toEqual([true, 1, false]);
        expect(Math.min(stock, most)).toBeGreaterThan(line.quantity);
        const more = lines.with(at, { ...line, quantity: line.quantity + 1 });
        const [before, after] = [lines, more].map((some) =>
          freeInCart(functionScene({ ...counted, lines: some })),
        );
        const gained = CARDS.flatMap(({ key }) => {
          const units = (given = before) =>
            Object.values(given?.[key] ?? {}).reduce((sum, one) => sum + one, 0);
          return units(after) - units(before) === 0
            ? []
            : [[units(after) - units(before), after?.[key]?.[at + 1]]];
        });
        // One more is free, and it is one of what was added.
        expect(gained).toEqual([[1, expect.any(Number)]]);
      }
    }),
    { numRuns: 120 },
  );
  expect(nudges).toBeGreaterThan(3);
});

function sceneOf(counted: CountsCase, held: Record<string, [number, number]>) {
  const rules = rulesOf(counted);
  const program = projectProgram({ number: 1, rules }, { currency: 'EUR', proxyPath: '/apps/sixth' });
  const nothing = { points: 0, pendingPoints: 0, blocked: false, rev: 1, gifts: [], birthday: null };
  const cards = Object.entries(held).map(([key, [stamps, size]]) => ({ key, stamps, size, coming: 0 }));
  const member = projectMember({ ...nothing, cards }, rules.cards);
  return { language: 'en', member, program, cart: liquidCart(counted.lines) };
}
