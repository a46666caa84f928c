// Every state that a shopper may meet, by block: what is rendered, tested, and looked at in the gallery.
import { PLAIN_CARD, type StampCard } from '#app/core/program/card-rules.ts';
import { liquidCart, liquidProduct } from '#tests/storefront/scene/liquid-objects.ts';
import type { LiquidLine, LiquidProduct } from '#tests/storefront/scene/liquid-objects.ts';
import type { Block, Scene } from '#tests/storefront/scene/render-block.ts';
import { SAMPLE_PROGRAM, sampleMember } from '#tests/storefront/scene/sample-shop.ts';
import { reward } from '#tests/support/factories.ts';
import { BIRTHDAY_REWARD, BIRTHDAYS, BIRTHDAY_STATES, ORDERED, SOME } from './birthday.ts';
import { CODE_CARD_STATES } from './card-codes.ts';
import { FREE_PRODUCT_STATES } from './free-products.ts';
import { LAUNCHER_STATES } from './launcher.ts';
import { COFFEES as WITH_NOUN, MEMBER_STATES } from './member.ts';
import { REWARD_STATES, programWith } from './rewards.ts';

export type State = { block: Block; state: string; scene: Omit<Scene, 'language'> };

const COFFEE: LiquidProduct = { id: '501', priceMinor: 1450, collections: ['7300000000009'] };
const TWO_SIZES: LiquidProduct = {
  ...COFFEE,
  variants: [
    { title: '250 g', priceMinor: 1450 },
    { title: '1 kg', priceMinor: 2890 },
  ],
};
const MUG: LiquidProduct = { id: '502', priceMinor: 990 };
const GIFT_CARD: LiquidProduct = { id: '503', priceMinor: 2500, giftCard: true };

const LONG = 'Ethiopia Guji Uraga Natural Anaerobic Slow-Dried Single Farm Micro-Lot, Roasted for Filter';
const LONG_NAMES = {
  en: { one: 'grandmother’s-kitchen-token', other: 'grandmother’s-kitchen-tokens' },
  fr: { one: 'jeton-de-la-cuisine-de-mamie', other: 'jetons-de-la-cuisine-de-mamie' },
};
const CARD = SAMPLE_PROGRAM.cards.slice(0, 1);
const EVERYTHING = { all: true, productIds: [], collectionIds: [], withTags: [], withoutTags: [] };
const SECOND_CARD = {
  key: 'all',
  title: { en: 'Everything card', fr: 'Carte toute la boutique' },
  size: 12,
  products: EVERYTHING,
  ...PLAIN_CARD,
};
const TWO_CARDS = { ...SAMPLE_PROGRAM, cards: [...CARD, SECOND_CARD] };
const LONG_CARD = {
  ...SAMPLE_PROGRAM,
  names: LONG_NAMES,
  cards: CARD.map((card) => ({
    ...card,
    title: { en: LONG.slice(0, 60), fr: `Carte ${LONG.slice(0, 54)}` },
    size: 12,
  })),
};
const changed = (change: Partial<StampCard>) => ({
  ...SAMPLE_PROGRAM,
  cards: CARD.map((card) => ({ ...card, ...change })),
});
const TERMS = changed({ maxPriceMinor: 2_000, endsOn: '2999-12-24' });
const OVER = changed({ endsOn: '2001-12-31' });
const TAGGED = changed({ products: { ...EVERYTHING, withoutTags: ['Sale'] } });
const NOUN = {
  en: { one: 'coffee', other: 'coffees' },
  fr: { one: 'un café', other: 'cafés' },
};
const COFFEES_NAMED = changed({ noun: NOUN });
const BUNS = changed({
  noun: { en: { one: 'bun', other: 'buns' }, fr: { one: 'une brioche', other: 'brioches' } },
});
const SHIPPING = { ...SAMPLE_PROGRAM, counts: { ...SAMPLE_PROGRAM.counts, shipping: true } };
const DINARS = {
  ...SAMPLE_PROGRAM,
  earn: { points: 1, perMinor: 1255, currency: 'KWD', exponent: 3 },
};
const RICH = { ...SAMPLE_PROGRAM, earn: { ...SAMPLE_PROGRAM.earn, points: 100_000 } };
const MEMBER = sampleMember({ points: 1240 }, { have: 3 });
const FULL = sampleMember({}, { have: 5, free: 1 });
const BLOCKED = sampleMember({ points: 40, blocked: true }, { have: 3 });

const onPage = (product: LiquidProduct, scene: Partial<Scene> = {}) => ({
  member: MEMBER,
  product: liquidProduct(product),
  ...scene,
});
const withCart = (lines: LiquidLine[], scene: Partial<Scene> = {}) => ({
  member: MEMBER,
  cart: liquidCart(lines, scene.currency),
  ...scene,
});
const COFFEES: LiquidLine = { product: COFFEE, quantity: 3 };
const MUGS: LiquidLine = { product: MUG, quantity: 2 };
const SIX: LiquidLine = { product: COFFEE, quantity: 6, free: 1 };
const FIVE: LiquidLine = { product: COFFEE, quantity: 5 };
/** Five, as the variant's shop sells them. */
const soldIn = (bounds: { stock?: number; step?: number; most?: number }): LiquidLine => ({
  ...FIVE,
  product: { ...COFFEE, variants: [{ title: '250 g', priceMinor: 1450, ...bounds }] },
});
const ON_SALE: LiquidLine = { product: COFFEE, quantity: 6, lineDiscountMinor: 1_740 };
const GIFT: LiquidLine = { product: GIFT_CARD, quantity: 1 };

const PRODUCT: Record<string, State['scene']> = {
  'member, one price': onPage(COFFEE),
  'points are off': onPage(COFFEE, { program: { ...SAMPLE_PROGRAM, pointsOff: true } }),
  'the program is paused': onPage(COFFEE, { program: { ...SAMPLE_PROGRAM, paused: true } }),
  'logged out': onPage(COFFEE, { member: null }),
  'variants, none chosen': onPage(TWO_SIZES),
  'variants, the dearer one chosen': onPage({ ...TWO_SIZES, selected: 1 }),
  'variants, the cheapest earns nothing': onPage({
    ...COFFEE,
    variants: [
      { title: 'Taster', priceMinor: 50 },
      { title: '1 kg', priceMinor: 2890 },
    ],
  }),
  'too cheap for a point': onPage({ ...COFFEE, priceMinor: 50 }),
  'sold out': onPage({ ...COFFEE, available: false }),
  'chosen variant sold out': onPage({
    ...TWO_SIZES,
    variants: [
      { title: '250 g', priceMinor: 1450 },
      { title: '1 kg', priceMinor: 2890, available: false },
    ],
    selected: 1,
  }),
  subscription: onPage({ ...COFFEE, subscription: true }),
  'gift card': onPage(GIFT_CARD),
  'never counts': onPage(COFFEE, {
    member: null,
    program: { ...SAMPLE_PROGRAM, never: { productIds: ['501'], collectionIds: [] } },
  }),
  'another currency': onPage({ ...COFFEE, currency: 'USD' }, { currency: 'USD' }),
  'C30 dinars': onPage({ ...COFFEE, currency: 'KWD' }, { currency: 'KWD', program: DINARS }),
  'shipping counts': onPage(COFFEE, { program: SHIPPING }),
  'long names': onPage(
    {
      ...TWO_SIZES,
      variants: [{ title: LONG, priceMinor: 1450 }, ...(TWO_SIZES.variants ?? [])],
      selected: 0,
    },
    { program: LONG_CARD },
  ),
  'ten-digit number': onPage({ ...COFFEE, priceMinor: 9_999_900 }, { program: RICH }),
  blocked: onPage(COFFEE, { member: BLOCKED }),
  'with a heading, framed, in the middle': onPage(COFFEE, {
    settings: { heading: 'Bean club', layout: 'full', align: 'center' },
  }),
};

const CART: Record<string, State['scene']> = {
  'points and stamps': withCart([COFFEES]),
  'logged out': withCart([COFFEES], { member: null }),
  'two cards': withCart([COFFEES, MUGS], { program: TWO_CARDS }),
  'discounts on lines and cart': withCart([
    { ...COFFEES, lineDiscountMinor: 500, cartDiscountMinor: 385 },
    { ...MUGS, cartDiscountMinor: 198 },
  ]),
  'everything for nothing': withCart([{ ...COFFEES, cartDiscountMinor: 4350 }]),
  'gift card beside coffee': withCart([COFFEES, GIFT]),
  'gift card beside a discount on the cart': withCart([
    { ...COFFEES, cartDiscountMinor: 100 },
    { ...GIFT, cartDiscountMinor: 100 },
  ]),
  'gift card alone': withCart([GIFT]),
  'points owed': withCart([COFFEES], { member: sampleMember({ owed: 12 }) }),
  'another currency': withCart([COFFEES], { currency: 'USD' }),
  'C30 dinars': withCart([COFFEES], { currency: 'KWD', program: DINARS }),
  empty: withCart([]),
  'one of six is free': withCart([SIX], { member: 'new' }),
  'five stamps and one unit, which is free': withCart([{ ...SIX, quantity: 1 }], { member: FULL }),
  'units are free on two cards': withCart(
    [
      { ...SIX, quantity: 12, free: 2 },
      { product: MUG, quantity: 13, free: 1, freeTitle: 'carte toute la boutique ' },
    ],
    { member: 'new', program: TWO_CARDS },
  ),
  'a coffee is free, of several sizes': withCart([{ ...SIX, variant: 0, product: TWO_SIZES }], {
    program: COFFEES_NAMED,
  }),
  'buns are free': withCart([{ product: COFFEE, quantity: 13, free: 2 }], { member: 'new', program: BUNS }),
  'two more coffees': withCart([COFFEES], { member: 'new', program: COFFEES_NAMED }),
  'one more, and it’s free': withCart([FIVE], { member: 'new', program: COFFEES_NAMED }),
  'one more, and it’s free: the cheapest of three': withCart(
    [
      { product: TWO_SIZES, variant: 1, quantity: 1 },
      { product: TWO_SIZES, quantity: 1 },
    ],
    { program: BUNS },
  ),
  'one more, and a second one is free': withCart([{ product: COFFEE, quantity: 11, free: 1 }], {
    member: 'new',
    program: COFFEES_NAMED,
  }),
  'one more, of which there is no more': withCart([soldIn({ stock: 5 })], {
    member: 'new',
    program: COFFEES_NAMED,
  }),
  'one more, beside another discount': withCart([{ ...FIVE, lineDiscountMinor: 500 }], { member: 'new' }),
  'a full card, and nothing of it': withCart([MUGS], { member: FULL, program: COFFEES_NAMED }),
  'two full cards, and nothing of them': withCart([MUGS], {
    member: sampleMember({}, { have: 5, free: 2, stamps: 11 }),
    program: BUNS,
  }),
  'more than a card is held': withCart([{ ...COFFEES, free: 2 }], {
    member: sampleMember({}, { have: 5, free: 1, stamps: 9 }),
  }),
  'C70 it repays what is owed': withCart([COFFEES], { member: sampleMember({}, { owed: 3 }) }),
  'C65 beside six ordered, not paid yet': withCart([{ ...COFFEES, quantity: 2 }], {
    member: sampleMember({}, { stamps: -5, coming: 5 }),
  }),
  'C70 stamps that were told too long ago': withCart([{ ...COFFEES, quantity: 2 }], {
    member: sampleMember({ until: '2026-11-20' }, { have: 5, free: 1 }),
  }),
  'C73 six on a subscription': withCart([{ ...SIX, free: 0, subscribed: true }], { member: 'new' }),
  'six too dear to be free': withCart([{ product: { ...COFFEE, priceMinor: 2_001 }, quantity: 6 }], {
    member: 'new',
    program: TERMS,
  }),
  'C72 six units, logged out': withCart([{ ...SIX, free: 0 }], { member: null }),
  'C72 twelve coffees, logged out': withCart(
    [
      { product: TWO_SIZES, variant: 1, quantity: 11 },
      { product: TWO_SIZES, quantity: 1 },
    ],
    { member: null, program: COFFEES_NAMED },
  ),
  'C72 six buns, logged out, with a price ceiling': withCart([{ ...SIX, free: 0 }], {
    member: null,
    program: changed({ ...BUNS.cards[0], maxPriceMinor: 2_000 }),
  }),
  'C72 the same in another currency': withCart([{ ...SIX, free: 0 }], {
    member: null,
    program: changed({ ...BUNS.cards[0], maxPriceMinor: 2_000 }),
    currency: 'USD',
  }),
  'C72 six units on sale, logged out': withCart([ON_SALE], { member: null }),
  'C72 two cards, logged out': withCart([{ ...SIX, free: 0 }, MUGS], { member: null, program: TWO_CARDS }),
  'a sale is better': withCart([ON_SALE], { member: 'new' }),
  'long names': withCart([COFFEES, MUGS], {
    program: { ...LONG_CARD, cards: [...LONG_CARD.cards, SECOND_CARD] },
  }),
  'ten-digit numbers': withCart([{ product: { ...COFFEE, priceMinor: 9_999_900 }, quantity: 1 }], {
    program: RICH,
  }),
  blocked: withCart([COFFEES], { member: BLOCKED }),
  compact: withCart([COFFEES], { settings: { layout: 'compact' } }),
};

const onItsPage = (scene: State['scene']): State['scene'] => ({ page: 'page', ...scene });

const BALANCE: Record<string, State['scene']> = {
  'logged out': onItsPage({ member: null }),
  'new member': onItsPage({ member: 'new' }),
  'member with points': onItsPage({ member: MEMBER }),
  'points come with payment': onItsPage({ member: sampleMember({ points: 40, pending: 30 }) }),
  'points owed': onItsPage({ member: sampleMember({ owed: 12 }) }),
  'another currency': onItsPage({ member: MEMBER, currency: 'USD' }),
  'shipping counts': onItsPage({ member: MEMBER, program: SHIPPING }),
  'ten-digit number': onItsPage({ member: sampleMember({ points: 1_234_567_890 }) }),
  'long names': onItsPage({ member: MEMBER, program: LONG_CARD }),
  blocked: onItsPage({ member: BLOCKED }),
  'compact, at the end': onItsPage({ member: MEMBER, settings: { layout: 'compact', align: 'end' } }),
  'on the cart’s page, whose block tells the rate': { member: MEMBER },
  'points are off': onItsPage({ member: MEMBER, program: { ...SAMPLE_PROGRAM, pointsOff: true } }),
  'the program is paused': onItsPage({ member: MEMBER, program: { ...SAMPLE_PROGRAM, paused: true } }),
};

const CARDS: Record<string, State['scene']> = {
  'logged out': { member: null },
  'new member': { member: 'new' },
  'three of five': { member: MEMBER },
  'three of five, on its product’s page': onPage(COFFEE),
  'nearly full, on its product’s page': onPage(COFFEE, { member: sampleMember({}, { have: 4 }) }),
  full: { member: FULL },
  'full, with the card’s noun and a signature': { member: FULL, program: WITH_NOUN },
  'two free, with the card’s noun': { member: sampleMember({}, { have: 5, free: 2 }), program: WITH_NOUN },
  'three of five, with the card’s noun': { member: MEMBER, program: WITH_NOUN },
  'full, with the card’s noun, on the page of a product that it doesn’t count': onPage(MUG, {
    member: FULL,
    program: WITH_NOUN,
  }),
  'the last time saved money': {
    member: sampleMember({ saved: { minor: 1_550, day: '2026-10-02' } }, { have: 1 }),
  },
  'the program is paused': { member: MEMBER, program: { ...SAMPLE_PROGRAM, paused: true } },
  'full, on its product’s page': onPage(COFFEE, { member: FULL }),
  'full, on the page of a product too dear to be free': onPage(
    { ...COFFEE, priceMinor: 2_001 },
    { member: FULL, program: TERMS },
  ),
  'price ceiling and last day': { member: MEMBER, program: TERMS },
  'price ceiling in another currency': { member: MEMBER, program: TERMS, currency: 'USD' },
  'over since yesterday': { member: MEMBER, program: OVER },
  'product that a tag leaves out': onPage({ ...COFFEE, tags: ['SALE'] }, { program: TAGGED }),
  'C70 stamps owed': { member: sampleMember({}, { owed: 3 }) },
  'C70 one stamp owed': { member: sampleMember({}, { owed: 1 }) },
  'C65 six ordered, not paid yet': { member: sampleMember({}, { stamps: -5, coming: 5 }) },
  'cart: one of three is free': withCart([{ ...COFFEES, free: 1 }]),
  'cart: two of thirteen are free, and the next card begins': withCart(
    [{ product: COFFEE, quantity: 13, free: 2 }],
    { member: 'new' },
  ),
  'cart: one more, and one is free': withCart([{ ...COFFEES, quantity: 2 }]),
  'cart: one more, and two are free': withCart([{ ...COFFEES, quantity: 8, free: 1 }]),
  'cart: two more': withCart([{ ...COFFEES, quantity: 1 }], { member: sampleMember({}, { have: 2 }) }),
  'cart: a sale is better': withCart([ON_SALE], { member: 'new' }),
  'cart: C70 it repays what is owed': withCart([COFFEES], { member: sampleMember({}, { owed: 3 }) }),
  'cart: C72 logged out': withCart([{ ...SIX, free: 0 }], { member: null }),
  'cart: nothing of this card': withCart([MUGS]),
  'stamps come with payment': { member: sampleMember({}, { have: 1, coming: 3 }) },
  'stamps that fill the card come with payment': onPage(COFFEE, {
    member: sampleMember({}, { have: 1, coming: 4 }),
  }),
  'product not on the card': onPage(MUG),
  'product of another card': onPage(MUG, { program: TWO_CARDS, settings: { card: 'coffee' } }),
  'gift card': onPage(GIFT_CARD),
  'sold out': onPage({ ...COFFEE, available: false }),
  'all cards': { member: MEMBER, program: TWO_CARDS, settings: { all: true } },
  'long names, twelve stamps': { member: sampleMember({}, { have: 11, size: 12 }), program: LONG_CARD },
  blocked: { member: BLOCKED },
  'with an accent': { member: MEMBER, settings: { accent: '#9a3b12' } },
  'compact, in the middle': { member: MEMBER, settings: { layout: 'compact', align: 'center' } },
};

const HOW: Record<string, State['scene']> = {
  'logged out': { member: null },
  member: { member: MEMBER, program: TWO_CARDS },
  'one coffee was free the last time': {
    member: sampleMember(
      { saved: { minor: 950, day: '2026-10-02', free: 1, card: 'coffee' } },
      { have: 3, coming: 1 },
    ),
    program: WITH_NOUN,
  },
  'two buns were free the last time, and the next one is': {
    member: sampleMember(
      { saved: { minor: 560, day: '2026-10-02', free: 2, card: 'coffee' } },
      { have: 5, free: 1 },
    ),
    program: { ...BUNS, pointsOff: true },
  },
  'C70 stamps that were told too long ago': {
    member: sampleMember({ until: '2026-11-20' }, { have: 5, free: 1 }),
    program: WITH_NOUN,
  },
  'a birthday brings points, too': { member: null, program: BIRTHDAYS },
  'a birthday brings points to who ordered': { member: MEMBER, program: ORDERED },
  'a birthday brings points to some': { member: MEMBER, program: SOME },
  'a birthday brings a reward': { member: MEMBER, program: BIRTHDAY_REWARD },
  'a birthday brings a reward, points are off': {
    member: MEMBER,
    program: { ...BIRTHDAY_REWARD, pointsOff: true },
  },
  'points buy something: what costs least, of what is offered today': {
    member: MEMBER,
    program: programWith([
      reward({ key: 'ten', cost: 200, title: { en: '€10.00 off', fr: '10,00 € de remise' } }),
      reward({ key: 'five', title: { en: '€5.00 off', fr: '5,00 € de remise' } }),
      reward({ key: 'later', cost: 50, startsOn: '2026-12-01' }),
    ]),
  },
  'card not published': { member: MEMBER, program: { ...SAMPLE_PROGRAM, cards: [] } },
  'points are off': { member: MEMBER, program: { ...WITH_NOUN, pointsOff: true } },
  'points are off, and no card': {
    member: MEMBER,
    program: { ...SAMPLE_PROGRAM, cards: [], pointsOff: true },
  },
  'the program is paused': { member: MEMBER, program: { ...SAMPLE_PROGRAM, paused: true } },
  'another currency, shipping counts': { member: MEMBER, program: SHIPPING, currency: 'USD' },
  'price ceiling and last day': { member: MEMBER, program: TERMS },
  'over since yesterday': { member: MEMBER, program: OVER },
  'long names': { member: MEMBER, program: LONG_CARD },
  blocked: { member: BLOCKED },
  'compact, in the middle': { member: MEMBER, settings: { layout: 'compact', align: 'center' } },
};

const BY_BLOCK: Record<Block, Record<string, State['scene']>> = {
  'points-for-product': PRODUCT,
  'stamp-card': { ...CARDS, ...CODE_CARD_STATES },
  'points-balance': BALANCE,
  'points-for-cart': CART,
  'how-it-works': HOW,
  birthday: BIRTHDAY_STATES,
  member: MEMBER_STATES,
  rewards: { ...REWARD_STATES, ...FREE_PRODUCT_STATES },
  launcher: LAUNCHER_STATES,
};

export const STATES: State[] = Object.entries(BY_BLOCK).flatMap(([block, scenes]) =>
  Object.entries(scenes).map(([state, scene]) => ({ block: block as Block, state, scene })),
);
