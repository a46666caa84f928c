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
      const told = [...text.matchAll(/(One|\d+) of these (?:is|are) free, for (\d+) stamps\./g)];
      const byCard = CARDS.flatMap(({ key }) => (taken[key] ? [taken[key]] : []));
      expect(told.map(([, , stampsTaken]) => Number(stampsTaken))).toEqual(byCard);
      for (const { key } of CARDS) {
        const [before] = held[key as keyof typeof held];
        const after = before + (stamps[key] ?? 0) - (taken[key] ?? 0);
        expect(after).toBeGreaterThanOrEqual(Math.min(0, before));
      }
      const free = counted.lines.reduce((sum, line) => sum + (line.free ?? 0), 0);
      const freeTold = told.reduce((sum, [, units]) => sum + (units === 'One' ? 1 : Number(units)), 0);
      expect(freeTold).toBe(free);
    }),
    { numRuns: 150 },
  );
});

function sceneOf(counted: CountsCase, held: Record<string, [number, number]>) {
  const rules = rulesOf(counted);
  const program = projectProgram({ number: 1, rules }, { currency: 'EUR', proxyPath: '/apps/sixth' });
  const nothing = { points: 0, pendingPoints: 0, blocked: false, rev: 1, gifts: [], birthday: null };
  const cards = Object.entries(held).map(([key, [stamps, size]]) => ({ key, stamps, size, coming: 0 }));
  const member = projectMember({ ...nothing, cards }, rules.cards);
  return { language: 'en', member, program, cart: liquidCart(counted.lines) };
}
