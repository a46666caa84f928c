// Every state of the birthday block.
import type { MomentKind } from '#app/core/moments/kinds/moment-kinds.ts';
import type { Moment } from '#app/core/moments/moment-rules.ts';
import type { BirthdayProjection, GiftProjection } from '#app/core/moments/project-moments.ts';
import type { VoucherProjection } from '#app/core/storefront/project-rewards.ts';
import type { MemberProjection } from '#app/core/storefront/projection.ts';
import { liquidCart } from '#tests/storefront/scene/liquid-objects.ts';
import type { Scene } from '#tests/storefront/scene/render-block.ts';
import { reward } from '#tests/support/factories.ts';
import { SAMPLE_PROGRAM, sampleMember } from '#tests/storefront/scene/sample-shop.ts';
import { programWith, readyReward } from './rewards.ts';

const MUGS = { product: { id: '502', priceMinor: 990 }, quantity: 2 };
const LONG_NAMES = {
  en: { one: 'grandmother’s-kitchen-token', other: 'grandmother’s-kitchen-tokens' },
  fr: { one: 'jeton-de-la-cuisine-de-mamie', other: 'jetons-de-la-cuisine-de-mamie' },
};
const OCCASION = {
  kind: 'birthday',
  offer: { kind: 'points', points: 50 },
  daysBefore: 3,
  daysAfter: 7,
  waitDays: 0,
  who: 'all',
  asksYear: false,
} satisfies Moment;
export const BIRTHDAYS = { ...SAMPLE_PROGRAM, occasions: [OCCASION] };
/** As the projection says of conditions. */
export const SOME = { ...SAMPLE_PROGRAM, occasions: [{ ...OCCASION, who: 'some' as const }] };
export const ORDERED = { ...SAMPLE_PROGRAM, occasions: [{ ...OCCASION, who: 'ordered' } satisfies Moment] };

/** Told long ago; the shopper hasn't changed it since. */
const bornOn = (month: number, day: number, change: Partial<BirthdayProjection> = {}) => ({
  birthday: { month, day, setOn: '2026-01-05', givenYear: null, changeFrom: '2026-01-05', ...change },
});
const gift = (kind: MomentKind, on: string, until: string): GiftProjection => ({
  kind,
  points: 50,
  on,
  until,
});
const celebrates = (member: Partial<MemberProjection>, scene: Partial<Scene> = {}) => ({
  member: sampleMember(member),
  program: BIRTHDAYS,
  ...scene,
});
/** The states are those of 21 November 2026. */
const GIVEN_TODAY = {
  gifts: [gift('birthday', '2026-11-21', '2026-12-01')],
  ...bornOn(11, 24, { givenYear: 2026 }),
};

const FIVE = reward({ key: 'five', title: { en: '€5.00 off', fr: '5,00 € de remise' } });
const REWARDED = { ...OCCASION, offer: { kind: 'reward', key: 'five' } } satisfies Moment;
export const BIRTHDAY_REWARD = programWith([FIVE], { occasions: [REWARDED] });
const ORDERED_REWARD = programWith([FIVE], { occasions: [{ ...REWARDED, who: 'ordered' }] });

/** The gift as a code that is ready, since that day. */
export const giftOfReward = (
  from: string,
  until: string,
  { moment = 'birthday', ...change }: Partial<VoucherProjection> = {},
) => ({ vouchers: [readyReward({ price: 0, from, until, moment, ...change }, FIVE)] });
const rewarded = (member: Partial<MemberProjection>, scene: Partial<Scene> = {}) =>
  celebrates(member, { program: BIRTHDAY_REWARD, ...scene });
const ON_THE_DAY = { ...giftOfReward('2026-11-21', '2026-12-21'), ...bornOn(11, 21, { givenYear: 2026 }) };

/** Of the third order, until a day. */
const toChoose = (until: string) => ({
  ...{ cause: 'third/3', title: { en: 'Your third order', fr: 'Votre troisième commande' }, until },
  offers: [{ points: 50 }, { title: FIVE.title }, { title: { en: 'A mug <b>', fr: 'Une tasse <b>' } }],
});
export const came = (change: object) => ({
  presents: [
    {
      ...{ title: { en: 'Your third order', fr: 'Votre troisième commande' } },
      ...{ on: '2026-11-20', until: '2026-12-03', ...change },
    },
  ],
});
export const chooses = (...until: string[]) => ({ choices: until.map(toChoose) });

const WEDDING = {
  ...{ key: 'wedding', agreed: '0123456789abcdef' },
  title: { en: 'Your wedding day', fr: 'Votre mariage' },
  consent: { en: 'I agree that it is kept.', fr: 'J’accepte qu’il soit gardé.' },
};
const asksDates = { ...SAMPLE_PROGRAM, dates: [WEDDING] };
const wed = (change: object = {}) =>
  sampleMember({ dates: [{ key: 'wedding', month: 5, day: 3, ...change }] });

export const BIRTHDAY_STATES: Record<string, Omit<Scene, 'language'>> = {
  'logged out': { member: null, program: BIRTHDAYS },
  'to choose': { member: sampleMember(chooses('2026-12-01')) },
  'to choose, twice, and a birthday to tell': celebrates(chooses('2026-11-21', '2026-12-01')),
  'to choose, paused': {
    member: sampleMember(chooses('2026-12-01')),
    program: { ...BIRTHDAYS, paused: true },
  },
  'to choose, over': { member: sampleMember(chooses('2026-11-20')) },
  'to choose, blocked': { member: sampleMember({ ...chooses('2026-12-01'), blocked: true }) },
  'came: points': { member: sampleMember(came({ gift: { points: 50 } })) },
  'came: a reward': { member: sampleMember(came({ gift: { title: FIVE.title } })) },
  'came: words alone': {
    member: sampleMember(came({ words: { en: 'Rinse it once.', fr: 'Rincez-la une fois.' } })),
  },
  'came: no longer said': { member: sampleMember(came({ until: '2026-11-20', gift: { points: 50 } })) },
  'a date of life: logged out': { member: null, program: asksDates },
  'a date of life: not told': { member: sampleMember({}), program: asksDates },
  'a date of life: told': { member: wed(), program: asksDates },
  'a date of life: told, may not change': { member: wed({ changeFrom: '2027-08-30' }), program: asksDates },
  'a date of life: paused': { member: wed(), program: { ...asksDates, paused: true } },
  'not told': celebrates({}),
  'not told, new member': { member: 'new', program: BIRTHDAYS },
  'not told, the year is asked for': celebrates(
    {},
    {
      program: { ...SAMPLE_PROGRAM, occasions: [{ ...OCCASION, asksYear: true }] },
    },
  ),
  'not told, only for who ordered': celebrates({}, { program: ORDERED }),
  'logged out, only for some': { member: null, program: SOME },
  'not told, only for some': celebrates({}, { program: SOME }),
  'told, only for some': celebrates(bornOn(12, 4), { program: SOME }),
  'comes today, only for some': celebrates(bornOn(11, 24), { program: SOME }),
  'told, comes this year': celebrates(bornOn(12, 4)),
  'told, comes next year': celebrates(bornOn(5, 4)),
  'told, only for who ordered': celebrates(bornOn(12, 4), { program: ORDERED }),
  'told, waits into next year': celebrates(bornOn(11, 23, { setOn: '2026-11-21' }), {
    program: { ...SAMPLE_PROGRAM, occasions: [{ ...OCCASION, waitDays: 30 }] },
  }),
  'fell into a pause': celebrates(bornOn(11, 20), {
    program: { ...BIRTHDAYS, pauses: [{ from: '2026-11-10', until: '2026-11-19' }] },
  }),
  'comes today': celebrates(bornOn(11, 24)),
  'comes today, only for who ordered': celebrates(bornOn(11, 24), { program: ORDERED }),
  'given today': celebrates(GIVEN_TODAY),
  'the birthday itself, given before': celebrates({
    gifts: [gift('birthday', '2026-11-18', '2026-11-28')],
    ...bornOn(11, 21, { givenYear: 2026 }),
  }),
  'the birthday itself, given today': celebrates({
    gifts: [gift('birthday', '2026-11-21', '2026-11-28')],
    ...bornOn(11, 21, { givenYear: 2026 }),
  }),
  'C55 the birthday of 29 February in a common year': celebrates(
    { gifts: [gift('birthday', '2027-02-25', '2027-03-07')], ...bornOn(2, 29, { givenYear: 2027 }) },
    { today: '2027-02-28' },
  ),
  over: celebrates({
    gifts: [gift('birthday', '2026-11-05', '2026-11-15')],
    ...bornOn(11, 8, { givenYear: 2026 }),
  }),
  'changed, may not change again': celebrates(bornOn(12, 4, { changeFrom: '2027-08-30' })),
  'membership, today': celebrates({
    gifts: [gift('anniversary', '2026-11-21', '2026-11-28')],
    ...bornOn(5, 4),
  }),
  'membership, given, no birthday offer': {
    member: sampleMember({ gifts: [gift('anniversary', '2026-11-20', '2026-11-28')] }),
  },
  'offer ended, gift still there': { member: sampleMember(GIVEN_TODAY) },
  'no offer': { member: sampleMember({ points: 1240 }) },
  blocked: celebrates({ ...bornOn(12, 4), blocked: true }),
  'blocked, gift still there': celebrates({ ...GIVEN_TODAY, blocked: true }),
  'long names': celebrates(bornOn(12, 4), { program: { ...BIRTHDAYS, names: LONG_NAMES } }),
  'compact, in the middle': celebrates({}, { settings: { layout: 'compact', align: 'center' } }),
  'a reward: logged out': { member: null, program: BIRTHDAY_REWARD },
  'a reward: not told': rewarded({}),
  'a reward: not told, only for who ordered': rewarded({}, { program: ORDERED_REWARD }),
  'a reward: comes this year': rewarded(bornOn(12, 4)),
  'a reward: comes this year, only for who ordered': rewarded(bornOn(12, 4), { program: ORDERED_REWARD }),
  'a reward: comes today': rewarded(bornOn(11, 24)),
  'a reward: comes today, only for who ordered': rewarded(bornOn(11, 24), { program: ORDERED_REWARD }),
  'a reward: the birthday itself': rewarded(ON_THE_DAY),
  'a reward: the birthday itself, on the cart': rewarded(ON_THE_DAY, {
    cart: liquidCart([MUGS], undefined, [{ title: 'ABCDEFGHJKMN', minor: 500 }]),
  }),
  'a reward: came before its birthday': rewarded({
    ...giftOfReward('2026-11-21', '2026-12-21'),
    ...bornOn(11, 24, { givenYear: 2026 }),
  }),
  'a reward: came some days ago': rewarded({
    ...giftOfReward('2026-11-18', '2026-12-18'),
    ...bornOn(11, 18, { givenYear: 2026 }),
  }),
  'a reward: five days left': rewarded({
    ...giftOfReward('2026-10-27', '2026-11-26'),
    ...bornOn(10, 27, { givenYear: 2026 }),
  }),
  'a reward: its last day': rewarded({
    ...giftOfReward('2026-10-22', '2026-11-21'),
    ...bornOn(10, 22, { givenYear: 2026 }),
  }),
  'a reward: waits for its code': rewarded(bornOn(11, 21, { givenYear: 2026, waits: true })),
  'a reward: waits for its code, some days later': rewarded(bornOn(11, 18, { givenYear: 2026, waits: true })),
  'a reward: its order was cancelled': rewarded({
    ...giftOfReward('2026-11-20', '2026-12-18', { again: true }),
    ...bornOn(11, 18, { givenYear: 2026 }),
  }),
  'a reward: used, on the birthday itself': rewarded(bornOn(11, 21, { givenYear: 2026 })),
  'a reward: membership, today': rewarded({
    ...giftOfReward('2026-11-21', '2026-12-21', { moment: 'anniversary' }),
    ...bornOn(5, 4),
  }),
  'a reward: offer ended, gift still there': {
    member: sampleMember(ON_THE_DAY),
    program: programWith([FIVE]),
  },
  'a reward: paused, gift still there': rewarded(ON_THE_DAY, {
    program: { ...BIRTHDAY_REWARD, paused: true },
  }),
  'a reward: blocked, gift still there': rewarded({ ...ON_THE_DAY, blocked: true }),
  'with an accent': celebrates(GIVEN_TODAY, { settings: { accent: '#9a3b12' } }),
};
