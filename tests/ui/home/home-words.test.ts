// The home page's sentences with their numbers, in both languages.
import { describe, expect, it } from 'vitest';
import { textsOf } from '#app/locales/texts.ts';
import { bucketLabel, unitOf } from '#app/ui/figures/bucket-words.ts';
import { freeInWords } from '#app/ui/stamps/free-in-words.ts';
import type { HomeFigures } from '#app/core/figures/home-figures.ts';
import type { HomeData } from '#app/ui/home/home-data.ts';
import { HOME_STORIES } from '#app/ui/home/home-stories.ts';
import { pluralForm } from '#app/ui/values/format.ts';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const cake = {
  en: { one: 'cake', other: 'cakes' },
  fr: { one: 'une tarte', other: 'tartes' },
};

const totals = {
  ...{
    given: 0,
    taken: 0,
    spent: 0,
    orders: 0,
    filled: 0,
    freed: 0,
    freedMinor: 0,
    unpriced: 0,
    gifts: 0,
    joined: 0,
  },
  ...{
    returned: 0,
    outstanding: 0,
    members: 0,
    cameBack: 0,
    rewardedOrders: 0,
    rewardsUsed: 0,
    rewardMinor: 0,
    rewardsUnmeasured: 0,
  },
  ...{ rewardsGiven: 0, cardCodes: 0, cardCodesMinor: 0, rewardsLapsed: 0 },
};
const seen = (rewardsOn: boolean, changes: Partial<typeof totals> = {}) => {
  const current = { ...totals, ...changes };
  const figures: HomeFigures = { period: 30, current, previous: totals, buckets: [] };
  return { guide: { rewardsOn }, figures } as HomeData;
};
const storiesOf = (data: HomeData) =>
  HOME_STORIES.filter(({ isShown }) => isShown(data)).map(({ key }) => key);

it('Home is silent about rewards until there are some', () => {
  expect(storiesOf(seen(false))).toEqual(['came-back', 'free', 'birthday']);
  expect(storiesOf(seen(true))).toEqual(['came-back', 'free', 'rewards', 'birthday']);
  expect(storiesOf(seen(false, { rewardedOrders: 1 }))).toContain('rewards');
});

it('Home is silent about moments until there are some, or some gave', () => {
  expect(storiesOf(seen(false))).not.toContain('moments');
  expect(storiesOf(seen(false, { gifts: 1 }))).toContain('moments');
  const { guide, ...data } = seen(false);
  expect(storiesOf({ ...data, guide: { ...guide, momentsOn: true } })).toContain('moments');
});

describe('the home page says', () => {
  it.each([
    ['en', 34, 53, '34 of 53 members came back'],
    ['en', 1, 1, '1 of 1 member came back'],
    ['fr', 34, 53, '34 membres sur 53 sont revenus'],
    ['fr', 1, 53, '1 membre sur 53 est revenu'],
  ] as const)('who came back (%s, %i of %i)', (language, back, members, said) => {
    const forms = { back: pluralForm(back, language), members: pluralForm(members, language) };
    expect(textsOf(language).stories.cameBack(String(back), String(members), forms)).toBe(said);
  });

  it.each([
    ['en', 20, cake, 'free cakes'],
    ['en', 1, null, 'free item'],
    ['fr', 20, cake, 'tartes offertes'],
    ['fr', 1, cake, 'tarte offerte'],
    ['fr', 2, null, 'articles offerts'],
  ] as const)('what was free (%s, %i)', (language, count, noun, said) => {
    expect(freeInWords(count, noun, language)).toBe(said);
  });

  it.each([
    ['en', 30, '2026-11-21', '2026-11-21', '21 Nov'],
    ['en', 90, '2026-11-15', '2026-11-21', '15 Nov – 21 Nov'],
    ['en', 365, '2026-10-01', '2026-10-31', 'Oct 2026'],
    ['en', 365, '2026-11-01', '2026-11-21', 'Nov 2026, so far'],
    ['fr', 365, '2026-10-01', '2026-10-31', 'oct. 2026'],
  ] as const)('when a bar was (%s, %i days)', (language, period, from, to, said) => {
    expect(plain(bucketLabel({ from, to }, period, language))).toBe(said);
  });

  it('of how long each bar is', () => {
    const units = ([30, 90, 365] as const).map((period) => unitOf('Free items', period, 'en'));
    expect(units).toEqual(['Free items, per day', 'Free items, per week', 'Free items, per month']);
  });
});
