// Every state of the block that holds all.
import { liquidProduct, type LiquidProduct } from '#tests/storefront/scene/liquid-objects.ts';
import type { Scene } from '#tests/storefront/scene/render-block.ts';
import { SAMPLE_PROGRAM, sampleMember } from '#tests/storefront/scene/sample-shop.ts';
import { projectRewards } from '#app/core/storefront/project-rewards.ts';
import { reward } from '#tests/support/factories.ts';
import { BIRTHDAYS, BIRTHDAY_REWARD, came, chooses, giftOfReward } from './birthday.ts';
import { readyReward } from './rewards.ts';

type Scenes = Record<string, Omit<Scene, 'language'>>;

const COFFEE: LiquidProduct = {
  id: '501',
  collections: ['7300000000009'],
  variants: [
    { title: '250 g', priceMinor: 950 },
    { title: '1 kg', priceMinor: 3450 },
  ],
};
const GIFT_CARD: LiquidProduct = { id: '503', priceMinor: 2500, giftCard: true };
const MUG: LiquidProduct = { id: '502', priceMinor: 990 };

const NOUN = { en: { one: 'coffee', other: 'coffees' }, fr: { one: 'un café', other: 'cafés' } };
const BRIOCHES = { en: { one: 'brioche', other: 'brioches' }, fr: { one: 'une brioche', other: 'brioches' } };
const signature = { en: 'Mara and the roasters', fr: 'Mara et les torréfacteurs' };
const cardsWith = (change: object) => SAMPLE_PROGRAM.cards.map((card) => ({ ...card, ...change }));

export const COFFEES = {
  ...BIRTHDAYS,
  signature,
  cards: cardsWith({ noun: NOUN, shape: 'cup' }),
};
const FIVE = reward({ title: { en: '€5.00 off', fr: '5,00 € de remise' } });
const WITH_REWARDS = { ...COFFEES, ...projectRewards([FIVE]) };
const BAKERY = {
  ...BIRTHDAYS,
  pointsOff: true as const,
  cards: cardsWith({ noun: BRIOCHES, shape: 'bread' }),
};
const TWO_CARDS = {
  ...COFFEES,
  cards: [
    ...COFFEES.cards,
    ...cardsWith({ key: 'bread', title: { en: 'Bread card', fr: 'Carte pain' }, size: 11, shape: 'bread' }),
  ],
};

const MEMBER = sampleMember({ points: 38 }, { have: 3 });
const FULL = sampleMember({ points: 38, saved: { minor: 1_550, day: '2026-10-02' } }, { have: 5, free: 1 });
const GIFTED = sampleMember(
  {
    points: 88,
    gifts: [{ kind: 'birthday', points: 50, on: '2026-11-21', until: '2026-12-01' }],
    birthday: { month: 11, day: 21, setOn: '2026-01-05', givenYear: 2026, changeFrom: '2026-01-05' },
  },
  { have: 3 },
);

const scene = (change: Partial<Scene> = {}) => ({
  member: MEMBER,
  program: COFFEES,
  page: 'page' as const,
  ...change,
});
const onPage = (product: LiquidProduct, change: Partial<Scene> = {}) =>
  scene({ product: liquidProduct(product), ...change });

const BORN_TODAY = {
  birthday: { month: 11, day: 21, setOn: '2026-01-05', givenYear: 2026, changeFrom: '2026-01-05' },
};

const BAR = { key: 'third', title: { en: 'Your third order', fr: 'Votre troisième commande' }, n: 3 };
const BARS = { ...COFFEES, bars: [BAR] };
const EVERY = { ...COFFEES, bars: [{ ...BAR, every: true as const, gift: { points: 50 } }] };
const ordered = (count: number, had?: string[]) =>
  sampleMember({ points: 38, orders: { count, ...(had && { had }) } }, { have: 3 });

export const MEMBER_STATES: Scenes = {
  'S-07 two of three orders, and a choice': scene({ member: ordered(2), program: BARS }),
  'S-07 one of three orders, every third': scene({ member: ordered(4), program: EVERY }),
  'S-07 none of three orders, every third': scene({ member: ordered(3), program: EVERY }),
  'S-07 the third order is over': scene({ member: ordered(3), program: BARS }),
  'S-07 the third order has brought its gift before': scene({
    member: ordered(2, ['third/3']),
    program: BARS,
  }),
  'S-07 nobody has counted the orders': scene({ program: BARS }),
  'S-07 two of three orders, logged out': scene({ member: null, program: BARS }),
  'S-07 two of three orders, paused': scene({ member: ordered(2), program: { ...BARS, paused: true } }),
  'logged out': scene({ member: null }),
  'logged out, on a product’s page': onPage(COFFEE, { member: null }),
  'logged out, on the page of a product that no card counts': onPage(MUG, { member: null }),
  'logged out, points off': scene({ member: null, program: BAKERY }),
  'logged out, no card': scene({ member: null, program: { ...SAMPLE_PROGRAM, cards: [] } }),
  'new member': scene({ member: 'new' }),
  'three of five': scene(),
  'three of five, on its product’s page': onPage(COFFEE),
  'three of five, the dearer variant chosen': onPage({ ...COFFEE, selected: 1 }),
  'three of five, points off': scene({ program: BAKERY }),
  'one more, points off': scene({ program: BAKERY, member: sampleMember({}, { have: 4 }) }),
  full: scene({ member: FULL }),
  'full, on the page of a product that no card counts': onPage(MUG, { member: FULL }),
  'full, without a noun, on that page': onPage(MUG, { member: FULL, program: BIRTHDAYS }),
  'gift card': onPage(GIFT_CARD),
  'a birthday gift of today': scene({ member: GIFTED }),
  'to choose a gift': scene({ member: sampleMember({ points: 38, ...chooses('2026-12-01') }, { have: 3 }) }),
  'to choose a gift, and nothing else': scene({
    member: sampleMember(chooses('2026-12-01')),
    program: { ...BAKERY, cards: [] },
  }),
  'what a moment brought': scene({
    member: sampleMember({ points: 88, ...came({ gift: { points: 50 } }) }, { have: 3 }),
  }),
  'to choose a gift, gifts switched off': scene({
    member: sampleMember({ points: 38, ...chooses('2026-12-01') }, { have: 3 }),
    settings: { gift: false },
  }),
  'a gift of some days ago': scene({ member: GIFTED, today: '2026-11-25' }),
  'the last time saved money': scene({
    member: sampleMember({ saved: { minor: 1_550, day: '2026-10-02' } }, { have: 1 }),
  }),
  'one coffee was free the last time': scene({
    member: sampleMember({ saved: { minor: 950, day: '2026-10-02', free: 1, card: 'coffee' } }, { have: 3 }),
  }),
  'a sentence from the merchant': scene({
    member: sampleMember({ points: 12, note: { text: 'Sorry for the <cup>', day: '2026-11-01' } }),
  }),
  'two cards': scene({ program: TWO_CARDS }),
  'points on their way': scene({ member: sampleMember({ pending: 12 }, { coming: 2 }) }),
  blocked: scene({ member: sampleMember({ points: 40, blocked: true }, { have: 5, free: 1 }) }),
  'points buy rewards, and one is ready': scene({
    member: sampleMember({ points: 120, vouchers: [readyReward()] }),
    program: WITH_REWARDS,
  }),
  'a birthday’s gift of a reward': scene({
    member: sampleMember({ points: 20, ...BORN_TODAY, ...giftOfReward('2026-11-21', '2026-12-21') }),
    program: BIRTHDAY_REWARD,
  }),
  'a birthday’s gift of a reward, without rewards in the block': scene({
    member: sampleMember({ points: 20, ...BORN_TODAY, ...giftOfReward('2026-11-21', '2026-12-21') }),
    program: BIRTHDAY_REWARD,
    settings: { rewards: false },
  }),
  'logged out, birthdays bring a reward': scene({ member: null, program: BIRTHDAY_REWARD }),
  'paused, and points buy rewards': scene({
    member: sampleMember({ points: 120 }, { have: 3 }),
    program: { ...WITH_REWARDS, paused: true },
  }),
  paused: scene({ program: { ...COFFEES, paused: true } }),
  'cards alone': scene({ settings: { gift: false, points: false, invitation: false } }),
  'logged out, without invitation': scene({ member: null, settings: { invitation: false } }),
  'with an accent and square corners': scene({
    member: FULL,
    settings: { accent: '#ffd400', corners: 'square' },
  }),
  'compact, in the middle': scene({ member: FULL, settings: { layout: 'compact', align: 'center' } }),
};
