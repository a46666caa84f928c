// Every state of what points can be used for, and of what is ready to use.
import { heldGives, projectRewards } from '#app/core/storefront/project-rewards.ts';
import type { TakenReward, VoucherProjection } from '#app/core/storefront/project-rewards.ts';
import type { MemberProjection, ProgramProjection } from '#app/core/storefront/projection.ts';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import { liquidCart } from '#tests/storefront/scene/liquid-objects.ts';
import type { LiquidLine, LiquidProduct, OrderDiscount } from '#tests/storefront/scene/liquid-objects.ts';
import type { Scene } from '#tests/storefront/scene/render-block.ts';
import { SAMPLE_PROGRAM, sampleMember } from '#tests/storefront/scene/sample-shop.ts';
import { reward } from '#tests/support/factories.ts';

type Scenes = Record<string, Omit<Scene, 'language'>>;

const POINTS = { en: { one: 'point', other: 'points' }, fr: { one: 'point', other: 'points' } };
const NOUN = { en: { one: 'coffee', other: 'coffees' }, fr: { one: 'un café', other: 'cafés' } };
const COFFEE: LiquidProduct = { id: '501', priceMinor: 1450, collections: ['7300000000009'] };
const MUG: LiquidProduct = { id: '502', priceMinor: 990 };
const MUGS: LiquidLine = { product: MUG, quantity: 2 };
const COFFEES: LiquidLine = { product: COFFEE, quantity: 2 };
const SIX: LiquidLine = { product: COFFEE, quantity: 6, free: 1 };

const FIVE = reward({ key: 'five', title: { en: '€5.00 off', fr: '5,00 € de remise' } });
const TEN = reward({
  key: 'ten',
  title: { en: '€10.00 off', fr: '10,00 € de remise' },
  cost: 200,
  gives: { kind: 'amount', minor: 1_000 },
  minimumMinor: 1_000,
});
const SHIPPING = reward({
  key: 'shipping',
  title: { en: 'Free shipping', fr: 'Livraison offerte' },
  cost: 80,
  gives: { kind: 'free-shipping', upToMinor: 600 },
  minimumMinor: null,
  combinesWith: { product: true, order: true, shipping: false },
});
const ANY = reward({
  key: 'any',
  title: { en: 'Any amount off', fr: 'Remise au choix' },
  gives: { kind: 'any-amount', minor: 500, leastMinor: 100, mostMinor: null, sharePercent: 100 },
  minimumMinor: null,
});
const anyWith = (change: Partial<Extract<Reward['gives'], { kind: 'any-amount' }>>) =>
  programWith([{ ...ANY, gives: { ...ANY.gives, ...change } as Reward['gives'] }]);
const ON_COFFEE = reward({
  key: 'coffee',
  title: { en: '10% off coffee', fr: '10 % sur le café' },
  cost: 60,
  gives: {
    kind: 'percent',
    percent: 10,
    of: { productIds: [], collectionIds: ['7300000000009'] },
    mostMinor: null,
  },
  minimumMinor: null,
});

export const programWith = (rewards: readonly Reward[], change: Partial<ProgramProjection> = {}) => ({
  ...SAMPLE_PROGRAM,
  names: POINTS,
  cards: SAMPLE_PROGRAM.cards.map((card) => ({ ...card, noun: NOUN })),
  ...projectRewards(rewards),
  ...change,
});
const PROGRAM = programWith([FIVE, TEN, SHIPPING, ON_COFFEE]);

export function readyReward(change: Partial<VoucherProjection> = {}, of: Reward = FIVE): VoucherProjection {
  const { key, title, combinesWith } = of;
  const gives = heldGives(of);
  return {
    ...{ id: '7', key, title, gives, combinesWith, code: 'ABCDEFGHJKMN' },
    ...(of.minimumMinor !== null && { minimumMinor: of.minimumMinor }),
    ...{ from: '2026-11-21', until: '2026-12-24', state: 'held', price: of.cost },
    ...change,
  };
}
const { code: _, ...LATER } = readyReward({ from: '2026-11-22' });
const withoutCode = (change: Partial<VoucherProjection>): VoucherProjection => ({ ...LATER, ...change });

const member = (points: number, change: Partial<MemberProjection> = {}) =>
  sampleMember({ points, ...change });
const taken = (change: Partial<TakenReward> = {}): TakenReward[] => [
  { key: 'five', on: '2026-11-20', times: 1, day: 1, week: 1, month: 1, year: 1, ...change },
];
const limited = (limits: Partial<Reward['limits']>) =>
  programWith([{ ...FIVE, limits: { ...FIVE.limits, ...limits } }]);

const inCart = (lines: LiquidLine[], scene: Partial<Scene> = {}, discounts: OrderDiscount[] = []) => ({
  program: PROGRAM,
  member: member(120),
  cart: liquidCart(lines, scene.currency, discounts),
  ...scene,
});
const holding = (voucher: VoucherProjection, scene: Partial<Scene> = {}, discounts: OrderDiscount[] = []) =>
  inCart([COFFEES], { member: member(20, { vouchers: [voucher] }), ...scene }, discounts);
const heldAmount = (change: Partial<VoucherProjection> = {}) =>
  readyReward({ face: 350, price: 70, cost: 100, ...change }, ANY);
const OURS: OrderDiscount = { title: 'ABCDEFGHJKMN', minor: 500 };

export const REWARD_STATES: Scenes = {
  'C43 some can be had, and the next isn’t far': inCart([COFFEES, MUGS]),
  'logged out': inCart([COFFEES], { member: null }),
  'logged out, an empty cart': inCart([], { member: null }),
  'new member': inCart([COFFEES], { member: 'new' }),
  'nothing is reached yet': inCart([COFFEES], { member: member(50) }),
  'sixteen to go, and this order brings twenty-eight': inCart(
    [{ product: { ...MUG, priceMinor: 940 }, quantity: 3 }],
    {
      member: member(84),
      program: programWith([FIVE]),
    },
  ),
  'a bar only where it isn’t out of reach': inCart([COFFEES], {
    member: member(10),
    program: programWith([TEN]),
  }),
  'points come with the order, and some are owed': inCart([COFFEES], {
    member: member(0, { pending: 30, owed: 12 }),
  }),
  'an empty cart': inCart([]),
  'C43 below the minimum': inCart([{ product: { ...MUG, priceMinor: 350 }, quantity: 1 }], {
    program: programWith([FIVE]),
  }),
  'none of its products is in the cart': inCart([MUGS], { program: programWith([ON_COFFEE]) }),
  'gift cards are lowered by no code': inCart(
    [{ product: { id: '503', priceMinor: 2_500, giftCard: true }, quantity: 1 }],
    { program: programWith([FIVE]) },
  ),
  'C48 another code on the cart': inCart([COFFEES], { program: programWith([FIVE, SHIPPING]) }, [
    { title: 'WELCOME10', minor: 290 },
  ]),
  'C48 a discount that comes by itself': inCart([COFFEES], { program: programWith([FIVE]) }, [
    { title: 'Spring', minor: 290, type: 'automatic' },
  ]),
  'C48 a code and a title with a bar, and with a word that we say ourselves': inCart(
    [COFFEES],
    { program: programWith([FIVE, { ...TEN, combinesWith: { ...TEN.combinesWith, order: false } }]) },
    [{ title: 'Spring | empty carts saves| 10%', minor: 290, type: 'automatic' }],
  ),
  'C48 one of theirs is on the cart': inCart(
    [COFFEES],
    { member: member(220, { vouchers: [readyReward()] }), program: programWith([TEN]) },
    [OURS],
  ),
  'C48 one more of what is on the cart': inCart(
    [COFFEES],
    { member: member(220, { vouchers: [readyReward()] }), program: programWith([FIVE]) },
    [OURS],
  ),
  'C32 an item that never earns is lowered as any other, and brings nothing': inCart([COFFEES], {
    program: programWith([FIVE, ON_COFFEE, TEN], { never: { productIds: ['501'], collectionIds: [] } }),
  }),
  'C116 everything is free already': inCart([{ ...SIX, quantity: 1 }], {
    program: programWith([{ ...FIVE, minimumMinor: null }]),
  }),
  'C116 the free coffee saves more': inCart([{ ...SIX, quantity: 1 }], { program: programWith([ON_COFFEE]) }),
  'C116 a sale saves more': inCart([{ ...COFFEES, lineDiscountMinor: 600 }], {
    program: programWith([ON_COFFEE]),
  }),
  'a part of the order': inCart([COFFEES], {
    program: programWith([
      {
        ...ON_COFFEE,
        title: { en: '10% off', fr: '10 % de remise' },
        gives: { kind: 'percent', percent: 10, of: 'order', mostMinor: null },
      },
    ]),
  }),
  'the cart costs less than it takes off': inCart([{ product: { ...MUG, priceMinor: 350 }, quantity: 1 }], {
    program: programWith([{ ...FIVE, minimumMinor: null }]),
  }),
  'C109 once, and had': inCart([COFFEES], {
    program: limited({ perPerson: 1 }),
    member: member(120, { taken: taken() }),
  }),
  'C109 three times, and had': inCart([COFFEES], {
    program: limited({ perPerson: 3 }),
    member: member(120, { taken: taken({ times: 3 }) }),
  }),
  'C109 once a day, had today': inCart([COFFEES], {
    program: limited({ perPeriod: { count: 1, period: 'day' } }),
    member: member(120, { taken: taken({ on: '2026-11-21' }) }),
  }),
  'C109 once a week, had on Friday': inCart([COFFEES], {
    program: limited({ perPeriod: { count: 1, period: 'week' } }),
    member: member(120, { taken: taken() }),
  }),
  'C37 once a month, had this month': inCart([COFFEES], {
    program: limited({ perPeriod: { count: 1, period: 'month' } }),
    member: member(120, { taken: taken() }),
  }),
  'C37 once a month, had last month': inCart([COFFEES], {
    program: limited({ perPeriod: { count: 1, period: 'month' } }),
    member: member(120, { taken: taken({ on: '2026-10-31' }) }),
  }),
  'C109 once a year, had this year': inCart([COFFEES], {
    program: limited({ perPeriod: { count: 1, period: 'year' } }),
    member: member(120, { taken: taken() }),
  }),
  'not yet, and not any more': inCart([COFFEES], {
    program: programWith([
      { ...FIVE, startsOn: '2026-12-01' },
      { ...TEN, endsOn: '2026-11-20' },
    ]),
  }),
  'the only one begins later, logged out': inCart([COFFEES], {
    member: null,
    program: programWith([{ ...FIVE, startsOn: '2027-01-02' }]),
  }),
  'the only one has ended': inCart([COFFEES], { program: programWith([{ ...FIVE, endsOn: '2026-11-20' }]) }),
  'another currency': inCart([COFFEES], { currency: 'USD' }),
  'C113 yen': inCart([{ product: { ...COFFEE, priceMinor: 900 }, quantity: 1 }], {
    currency: 'JPY',
    program: programWith([{ ...FIVE, minimumMinor: 1_000 }], {
      earn: { points: 1, perMinor: 100, currency: 'JPY', exponent: 0 },
    }),
  }),
  'C113 dinars': inCart([{ product: { ...COFFEE, priceMinor: 9_000 }, quantity: 1 }], {
    currency: 'KWD',
    program: programWith([{ ...FIVE, gives: { kind: 'amount', minor: 1_255 } }], {
      earn: { points: 1, perMinor: 1_000, currency: 'KWD', exponent: 3 },
    }),
  }),
  'S-01 any amount, as much as the points are worth': inCart([COFFEES], { program: programWith([ANY, TEN]) }),
  'C100 any amount, and the cart costs less': inCart([{ product: MUG, quantity: 1 }], {
    member: member(1_000),
    program: programWith([ANY]),
  }),
  'any amount, a half of the cart and at most ten': inCart([COFFEES], {
    member: member(1_000),
    program: anyWith({ mostMinor: 1_000, sharePercent: 50 }),
  }),
  'any amount, to the last point and below the least': inCart([COFFEES], {
    member: member(12),
    program: programWith([ANY]),
  }),
  'any amount, and a half of the cart is below the least': inCart(
    [{ product: { ...MUG, priceMinor: 150 }, quantity: 1 }],
    { program: anyWith({ sharePercent: 50 }) },
  ),
  'any amount, and one item never counts': inCart([COFFEES, { product: MUG, quantity: 1 }], {
    member: member(1_000),
    program: programWith([ANY], { never: { productIds: ['501'], collectionIds: [] } }),
  }),
  'any amount, logged out': inCart([COFFEES], { member: null, program: programWith([ANY]) }),
  'any amount, an empty cart': inCart([], { program: programWith([ANY]) }),
  'C113 any amount in another currency': inCart([COFFEES], {
    currency: 'USD',
    program: programWith([ANY]),
  }),
  'C113 any amount in yen': inCart([{ product: { ...COFFEE, priceMinor: 900 }, quantity: 1 }], {
    currency: 'JPY',
    program: programWith(
      [{ ...ANY, gives: { ...ANY.gives, minor: 100, leastMinor: 1 } as Reward['gives'] }],
      {
        earn: { points: 1, perMinor: 100, currency: 'JPY', exponent: 0 },
      },
    ),
  }),
  'C113 any amount in dinars': inCart([{ product: { ...COFFEE, priceMinor: 9_000 }, quantity: 1 }], {
    currency: 'KWD',
    program: programWith([{ ...ANY, gives: { ...ANY.gives, minor: 1_255 } as Reward['gives'] }], {
      earn: { points: 1, perMinor: 1_000, currency: 'KWD', exponent: 3 },
    }),
  }),
  'any amount that is ready': holding(heldAmount(), { program: programWith([ANY]) }),
  'any amount on the cart': holding(heldAmount(), { program: programWith([ANY]) }, [{ ...OURS, minor: 350 }]),
  'any amount that is more of the cart than it may be': holding(
    heldAmount({ gives: { ...ANY.gives, sharePercent: 10 } as VoucherProjection['gives'] }),
    { program: anyWith({ sharePercent: 10 }) },
  ),
  'any amount as a gift': holding(heldAmount({ price: 0 }), { program: programWith([]) }),
  'ready to use': holding(readyReward()),
  'C44 ready, and on the cart': holding(readyReward(), {}, [OURS]),
  'ready, and on the cart as it was typed, in small letters': holding(readyReward(), {}, [
    { ...OURS, title: 'abcdefghjkmn' },
  ]),
  'C44 ready, and the cart has become too small': holding(readyReward(), {
    cart: liquidCart([{ product: { ...MUG, priceMinor: 350 }, quantity: 1 }]),
  }),
  'C48 ready, and another code is on the cart': holding(readyReward(), {}, [
    { title: 'WELCOME10', minor: 290 },
  ]),
  'ready from the next order': holding(withoutCode({})),
  'ready on named days': holding(withoutCode({ from: '2026-12-03', until: '2026-12-05', onDays: true })),
  'a gift that is ready': holding(readyReward({ price: 0 })),
  'ready, without a last day': holding((({ until: __, ...rest }) => rest)(readyReward())),
  'free shipping that is ready, or on the cart, which Shopify’s pages don’t say': holding(
    readyReward({}, SHIPPING),
  ),
  'free shipping on the cart, where a page says so': holding(readyReward({}, SHIPPING), {
    cart: {
      ...liquidCart([COFFEES]),
      discount_applications: [
        { title: 'ABCDEFGHJKMN', type: 'discount_code' as const, total_allocated_amount: 0 },
      ],
    },
  }),
  'C45 past its last day': holding(readyReward({ until: '2026-11-20' })),
  'coming back': holding(withoutCode({ state: 'releasing' })),
  'more than there is room for': holding(readyReward(), {
    member: member(20, { vouchers: [readyReward()], moreVouchers: 3 }),
  }),
  'C74 ready, and published no more': holding(readyReward(), { program: programWith([]) }),
  'the program is paused': holding(readyReward(), { program: { ...PROGRAM, paused: true } }),
  'the program is paused, and nothing is ready': inCart([COFFEES], { program: { ...PROGRAM, paused: true } }),
  'the program is paused, logged out': inCart([COFFEES], {
    member: null,
    program: { ...PROGRAM, paused: true },
  }),
  'S-03 used on an order': inCart([], {
    member: member(20, { used: { order: '#1042', day: '2026-11-03', minor: 600 } }),
    program: programWith([FIVE]),
  }),
  'S-03 used, and published no more': inCart([], {
    member: member(20, { used: { order: '#1042', day: '2025-12-30', minor: 0 } }),
    program: programWith([]),
    today: '2026-01-02',
  }),
  'used longer ago than anybody cares': inCart([], {
    member: member(20, { used: { order: '#1042', day: '2026-10-21', minor: 600 } }),
    program: programWith([FIVE]),
  }),
  'C117 its order was cancelled': inCart([], {
    member: member(120, { used: { order: '#1042', day: '2026-11-20', minor: 0, back: 100 } }),
    program: programWith([TEN]),
  }),
  'the shop took it back, and its points come back': holding(withoutCode({ state: 'releasing' }), {
    member: member(20, {
      vouchers: [withoutCode({ state: 'releasing' })],
      withdrawn: { title: FIVE.title, day: '2026-11-20', price: 100 },
    }),
    program: programWith([FIVE]),
  }),
  'the shop took it back, and its points are back': inCart([], {
    member: member(120, { withdrawn: { title: FIVE.title, day: '2026-11-20', price: 100, back: true } }),
    program: programWith([TEN]),
  }),
  'the shop took a gift back': inCart([], {
    member: member(20, { withdrawn: { title: FIVE.title, day: '2026-11-20', price: 0, back: true } }),
    program: programWith([]),
  }),
  'the shop took it back a while ago': inCart([], {
    member: member(20, { withdrawn: { title: FIVE.title, day: '2026-11-06', price: 0, back: true } }),
    program: programWith([]),
  }),
  blocked: holding(readyReward(), { member: member(20, { vouchers: [readyReward()], blocked: true }) }),
  'points are off': inCart([COFFEES], { program: { ...PROGRAM, pointsOff: true } }),
  'no rewards': inCart([COFFEES], { program: SAMPLE_PROGRAM }),
  'compact, at the end': inCart([COFFEES], { settings: { layout: 'compact', align: 'end' } }),
};
