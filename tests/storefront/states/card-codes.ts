// Stamp cards of a shop where functions can't run: a full one is given as a code.
import { cardReward } from '#app/core/discounts/card-reward.ts';
import type { VoucherProjection } from '#app/core/storefront/project-rewards.ts';
import type { ProgramProjection } from '#app/core/storefront/projection.ts';
import { liquidCart, type LiquidLine, type LiquidProduct } from '#tests/storefront/scene/liquid-objects.ts';
import type { Scene } from '#tests/storefront/scene/render-block.ts';
import { SAMPLE_PROGRAM, sampleMember } from '#tests/storefront/scene/sample-shop.ts';
import { readyReward } from './rewards.ts';

type Scenes = Record<string, Omit<Scene, 'language'>>;

const NOUN = { en: { one: 'coffee', other: 'coffees' }, fr: { one: 'un café', other: 'cafés' } };
const COFFEE: LiquidProduct = { id: '501', priceMinor: 1_450, collections: ['7300000000009'] };
const DEAR: LiquidProduct = { ...COFFEE, priceMinor: 2_890 };
const MUG: LiquidLine = { product: { id: '502', priceMinor: 990 }, quantity: 1 };

const program = (way: 'codes' | 'changing'): ProgramProjection => ({
  ...SAMPLE_PROGRAM,
  cards: SAMPLE_PROGRAM.cards.map((card) => ({ ...card, noun: NOUN, maxPriceMinor: 1_500, way })),
});
const CODES = program('codes');

function ready(change: Partial<VoucherProjection> = {}): VoucherProjection {
  const [card] = CODES.cards;
  const given = card && cardReward(card, 'EUR');
  if (!given) throw new Error('the card can’t be given as a code');
  const { until: _, ...voucher } = readyReward({ price: 0, from: '2026-11-21', ...change }, given);
  return voucher;
}

const inCart = (lines: LiquidLine[], have: number, change: Partial<Scene> = {}) => ({
  program: CODES,
  member: sampleMember({}, { have }),
  cart: liquidCart(lines, undefined, []),
  ...change,
});
const holding = (lines: LiquidLine[], off?: number) =>
  inCart(lines, 0, {
    member: sampleMember({ vouchers: [ready()] }),
    cart: liquidCart(lines, undefined, off === undefined ? [] : [{ title: 'ABCDEFGHJKMN', minor: off }]),
  });

export const CODE_CARD_STATES: Scenes = {
  'as a code: three of five': { program: CODES, member: sampleMember({}, { have: 3 }), page: 'page' },
  'as a code: logged out': { program: CODES, member: null, page: 'page' },
  'as a code: full, and being prepared': {
    program: CODES,
    member: sampleMember({}, { have: 5, free: 1 }),
    page: 'page',
  },
  'C110 full, while the card is being changed over': {
    program: program('changing'),
    member: sampleMember({}, { have: 5, free: 1 }),
    page: 'page',
  },
  'C110 full, where neither the cart nor a code can give it': {
    program: {
      ...program('changing'),
      cards: program('changing').cards.map((card) => ({ ...card, maxPriceMinor: null })),
    },
    member: sampleMember({}, { have: 5, free: 1 }),
    page: 'page',
  },
  'as a code: ready, beside the next card': {
    program: CODES,
    member: sampleMember({ vouchers: [ready()] }, { have: 1 }),
    page: 'page',
  },
  'as a code: two coffees in the cart': inCart([{ product: COFFEE, quantity: 2 }], 1),
  'as a code: the cart fills the card': inCart([{ product: COFFEE, quantity: 2 }], 3),
  'as a code: logged out, six in the cart': inCart([{ product: COFFEE, quantity: 6 }], 0, { member: null }),
  'as a code: ready for this cart': holding([{ product: COFFEE, quantity: 1 }, MUG]),
  'as a code: ready for a dearer one': holding([{ product: DEAR, quantity: 1 }]),
  'as a code: ready, and nothing for it in the cart': holding([MUG]),
  'as a code: on the cart': holding([{ product: COFFEE, quantity: 1 }], 1_450),
};
