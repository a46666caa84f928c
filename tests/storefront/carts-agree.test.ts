// Any cart: what the page says before checkout equals what the ledger posts for the order.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NO_FACTS } from '#app/core/order-facts.ts';
import { orderWorth } from '#app/core/order-worth.ts';
import { projectProgram } from '#app/core/project-program.ts';
import { card } from '#tests/support/factories.ts';
import { collectionsOf, orderOf, rulesOf } from './cases-of-what-counts.ts';
import type { CountedLine } from './cases-of-what-counts.ts';
import { liquidCart } from './liquid-objects.ts';
import { renderBlock } from './render-block.ts';

const CARDS = [
  card({
    key: 'beans',
    products: { all: false, productIds: [], collectionIds: ['71'], withTags: [], withoutTags: [] },
  }),
  card({
    key: 'mugs',
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
      const facts = { ...NO_FACTS, collections: collectionsOf(lines) };
      const { points = 0, ...stamps } = orderWorth(orderOf({ lines, currency }), rules, facts).amounts;
      const program = projectProgram({ number: 1, rules }, { currency, proxyPath: '/apps/sixth' });
      const scene = { language: 'en', member: 'new' as const, program, cart: liquidCart(lines, currency) };
      const { text } = await renderBlock('points-for-cart', scene);
      const read = (pattern: RegExp) => Number(pattern.exec(text)?.[1]?.replaceAll(',', '') ?? 0);
      const allStamps = Object.values(stamps).reduce<number>((sum, units) => sum + Number(units), 0);
      expect(read(/([\d,]+) stamps?\./)).toBe(allStamps);
      // Liquid can't tell which lines bear a discount on the cart, so a gift card beside one means words.
      const shared =
        lines.some(({ product }) => product.giftCard) && lines.some((line) => line.cartDiscountMinor);
      const told = read(/^This order brings ([\d,]+) points?/);
      expect(told === points || (told === 0 && shared && text.includes('Every '))).toBe(true);
    }),
    { numRuns: 150 },
  );
});
