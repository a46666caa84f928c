// Moments of a version: some of all kinds always, so that what they must have brought can be said in the end; others come and go. A
// moment's key bears the same kind for ever, and its most is the same in each version.
import { momentRuleList, type MomentRule, type Offer } from '#app/core/moments/moment-rule.ts';
import { NOT_BEGUN } from '#app/core/holdouts/holdout.ts';
import type { Random } from '../random.ts';

const TITLE = { en: 'A moment', fr: 'Un moment' };
const WORDS = { en: 'Some words', fr: 'Quelques mots' };
const HELD_OUT = { percent: 50, salt: NOT_BEGUN, until: '2999-12-31' };
const MONEY: Offer = { kind: 'reward', key: 'money' };
/** Whole weeks long; nobody is made to wait for it. */
const AT_ONCE = { daysBefore: 0, daysAfter: 60, waitDays: 0 };
/** The date of life that shoppers tell. */
export const WEDDING = 'wedding';
/** What the merchant gives lists of members. */
export const THANKS = 'thanks';
/** Those that come and go, and that the merchant pauses. */
export const AT_TIMES = ['seconds', 'jar', 'years', 'silent'] as const;
/** Days after which advice comes with a parcel, and a promised one is late. */
export const PARCEL_DAYS = 1;

/** Whoever stays away is asked, and later offered something. */
export const SILENT = {
  key: 'silent',
  kind: 'silent',
  title: TITLE,
  who: { conditions: [] },
  when: { factor: 2, leastDays: 45, fallbackDays: 45 },
  advice: WORDS,
  offers: [{ kind: 'points', points: 19 }],
  openDays: 30,
} satisfies MomentRule;

const points = (count: number): Offer => ({ kind: 'points', points: count });
const task = (kind: 'note' | 'packing'): Offer => ({ kind: 'task', task: kind, words: 'A card' });

/** One thing, or several to choose from. */
const drawOffers = (random: Random, count: number): Offer[] =>
  random.weighted([
    { weight: 5, offers: [points(count)] },
    { weight: 2, offers: [MONEY] },
    { weight: 3, offers: [points(count), MONEY, points(count + 1)] },
  ]).offers;

export function drawMoments(random: Random): MomentRule[] {
  const always = [
    { key: 'welcome', kind: 'joined', when: {}, offers: drawOffers(random, 3) },
    { key: 'third', kind: 'nth-order', when: { n: 3, every: false }, offers: drawOffers(random, 5) },
    { key: WEDDING, kind: 'life-date', when: { ...AT_ONCE, yearly: true }, consent: WORDS, offers: drawOffers(random, 7) },
    { key: 'news', kind: 'newsletter', when: {}, offers: drawOffers(random, 9) },
    { key: 'arrived', kind: 'parcel-arrived', when: { days: PARCEL_DAYS }, advice: WORDS, offers: random.chance(0.5) ? [] : [points(2)] },
    { key: THANKS, kind: 'by-hand', when: {}, offers: drawOffers(random, 11), holdout: HELD_OUT },
    { key: 'born', kind: 'birthday', when: AT_ONCE, offers: drawOffers(random, 13) },
    { key: 'late', kind: 'parcel-late', when: { days: PARCEL_DAYS }, offers: drawOffers(random, 17), holdout: HELD_OUT },
  ]; // prettier-ignore
  const most = (count: number) => ({ ceiling: { of: 'points', most: count } });
  const [note, few] = [random.chance(0.5), { n: 2, every: true }];
  const atTimes = [
    { key: 'seconds', kind: 'nth-order', when: few, offers: note ? [task('note')] : [points(10)], ...most(60) },
    { key: 'jar', kind: 'nth-order', when: { n: 1, every: random.chance(0.5) }, offers: [task('packing')] },
    { key: 'years', kind: 'anniversary', when: { daysBefore: 0, daysAfter: 7 }, offers: [points(15)] },
    { key: SILENT.key, kind: SILENT.kind, when: SILENT.when, advice: WORDS, offers: SILENT.offers },
  ].filter(() => random.chance(0.75)); // prettier-ignore
  const openDays = random.pick([1, 2, 30]);
  const rest = { title: TITLE, who: { conditions: [] }, openDays };
  return momentRuleList.parse([...always, ...atTimes].map((each) => ({ ...rest, ...each })));
}
