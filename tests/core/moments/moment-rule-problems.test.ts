// What keeps moments of the list from being published, each beside its field.
import { describe, expect, it } from 'vitest';
import { momentRuleProblems } from '#app/core/moments/moment-rule-problems.ts';
import { EVERYBODY } from '#app/core/who/who.ts';
import { reward } from '#tests/support/factories.ts';
import { momentRule } from '#tests/support/moment-rules.ts';

const FIVE = reward({ key: 'five' });
const PERCENT = reward({
  key: 'tenth',
  gives: { kind: 'percent', percent: 10, of: 'order', mostMinor: null },
});
const CHOOSE = reward({
  key: 'any',
  cost: 100,
  gives: { kind: 'any-amount', minor: 100, leastMinor: 100, mostMinor: null, sharePercent: 100 },
});
const REWARDS = [FIVE, PERCENT];
const points = (count: number) => ({ kind: 'points' as const, points: count });
const five = { kind: 'reward' as const, key: 'five' };

const problems = (rule: ReturnType<typeof momentRule>, rewards = REWARDS, tellsOutside?: boolean) =>
  momentRuleProblems([rule], rewards, tellsOutside === undefined ? {} : { tellsOutside }).map(
    ({ field, reason }) => `${field} ${reason}`,
  );

describe('a moment of the list', () => {
  it.each([
    ['is fine as the form begins', momentRule('nth-order'), []],
    [
      'gives a reward that was taken out',
      momentRule('joined', { offers: [{ ...five, key: 'gone' }] }),
      ['moments.0.offers.0.reward noGiftReward'],
    ],
    [
      'gives an amount of the shopper’s choice',
      momentRule('joined', { offers: [{ ...five, key: 'any' }] }),
      ['moments.0.offers.0.reward noGiftReward'],
    ],
    ['gives nothing', momentRule('joined', { offers: [] }), ['moments.0.offers noOffer']],
    [
      'lets choose between one and the same',
      momentRule('joined', { offers: [points(5), five, points(5)] }),
      ['moments.0.offers choiceOfOne'],
    ],
    [
      'may give less than one gift',
      momentRule('joined', { ceiling: { of: 'points', most: 49 } }),
      ['moments.0.ceiling ceilingBelowOne'],
    ],
    ['may give exactly one', momentRule('joined', { ceiling: { of: 'points', most: 50 } }), []],
    [
      'may give less money than the dearest of a choice',
      momentRule('joined', { offers: [five, { ...five, key: 'more' }], ceiling: { of: 'minor', most: 500 } }),
      ['moments.0.ceiling ceilingBelowOne'],
    ],
    [
      'has a most in money, and gives what nobody can count',
      momentRule('joined', { offers: [{ ...five, key: 'tenth' }], ceiling: { of: 'minor', most: 500 } }),
      ['moments.0.ceiling ceilingUncounted'],
    ],
    [
      'brings advice without words',
      momentRule('parcel-arrived', { offers: [], advice: undefined }),
      ['moments.0.advice.en noAdvice'],
    ],
    [
      'asks nothing of who is silent',
      momentRule('silent', { advice: undefined }),
      ['moments.0.advice.en noAdvice'],
    ],
    [
      'asks for a day without saying what for',
      momentRule('life-date', { consent: undefined }),
      ['moments.0.consent.en noConsent'],
    ],
  ])('%s', (_what, rule, expected) => {
    const more = reward({ key: 'more', gives: { kind: 'amount', minor: 700 } });
    expect(problems(rule, [...REWARDS, more, CHOOSE])).toEqual(expected);
  });

  it('of points counts in money by the rate of any amount', () => {
    const rule = momentRule('joined', { ceiling: { of: 'minor', most: 49 } });
    expect(problems(rule, [CHOOSE])).toEqual(['moments.0.ceiling ceilingBelowOne']);
    expect(problems(rule, [])).toEqual(['moments.0.ceiling ceilingUncounted']);
  });

  it('of who is silent is told where somebody hears it', () => {
    expect(problems(momentRule('silent'), REWARDS, false)).toEqual(['moments.0.kind nobodyTold']);
    expect(problems(momentRule('silent'), REWARDS, true)).toEqual([]);
    expect(problems(momentRule('joined'), REWARDS, false)).toEqual([]);
  });

  it('twice under one key, and for whom nothing is said', () => {
    const who = { conditions: [{ kind: 'tags-in' as const, tags: [] }] };
    const all = [momentRule('joined', { who: EVERYBODY }), momentRule('joined', { who })];
    expect(momentRuleProblems(all, REWARDS).map(({ field, reason }) => `${field} ${reason}`)).toEqual([
      'moments.1.title.en malformed',
      'moments.1.who.0 noTags',
    ]);
  });
});
