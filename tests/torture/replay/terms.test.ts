// What a reward's terms say of days, by a calendar on the wall: the 1st of March 2027 is a Monday.
import { describe, expect, it } from 'vitest';
import type { Reward } from './rules.ts';
import { closedOn, dayIn, daysLater, daysOf, isSamePeriod } from './terms.ts';

const REWARD: Reward = {
  ...{ key: 'money', cost: 30, gives: { kind: 'amount', minor: 500 }, refund: 'in-proportion' },
  ...{ lastsDays: 30, usable: 'at-once', startsOn: null, endsOn: null },
  limits: { perPerson: null, perPeriod: null, inAll: null },
};

describe('the days of the plain replay', () => {
  it('has another day in Kiritimati than in Honolulu at the same moment', () => {
    const at = new Date('2027-03-01T10:30:00Z');
    expect([dayIn('Pacific/Kiritimati', at), dayIn('Pacific/Honolulu', at)]).toEqual([
      '2027-03-02',
      '2027-03-01',
    ]);
    expect([daysLater('2027-02-28', 1), daysLater('2028-02-28', 1)]).toEqual(['2027-03-01', '2028-02-29']);
  });

  it('C109 counts the 28th of February and the 1st of March as two months, two weeks and one year', () => {
    const both = ['2027-02-28', '2027-03-01'] as const;
    expect((['day', 'week', 'month', 'year'] as const).map((one) => isSamePeriod(one, ...both))).toEqual([
      false,
      false,
      false,
      true,
    ]);
    expect(isSamePeriod('week', '2027-03-01', '2027-03-07')).toBe(true);
    expect(isSamePeriod('week', '2027-03-07', '2027-03-08')).toBe(false);
  });

  it('lets what is taken on the 1st for thirty days be used until the 31st, or from the 2nd', () => {
    expect(daysOf(REWARD, '2027-03-01')).toEqual({ from: '2027-03-01', until: '2027-03-31' });
    const next = { ...REWARD, usable: 'next-day' as const };
    expect(daysOf(next, '2027-03-01')).toEqual({ from: '2027-03-02', until: '2027-03-31' });
  });

  it('lets named days be used until their last, and nothing be taken after it', () => {
    const named = { ...REWARD, usableOn: { from: '2027-03-05', until: '2027-03-07' } };
    expect(daysOf(named, '2027-03-01')).toEqual(named.usableOn);
    expect(daysOf(named, '2027-03-07')).toEqual({ from: '2027-03-07', until: '2027-03-07' });
    expect([closedOn(named, '2027-03-07'), closedOn(named, '2027-03-08')]).toEqual([null, 'over']);
    expect(closedOn({ ...named, usable: 'next-day' }, '2027-03-07')).toBe('over');
  });

  it('can be had from its first day to its last, both included', () => {
    const short = { ...REWARD, startsOn: '2027-03-02', endsOn: '2027-03-03' };
    const days = ['2027-03-01', '2027-03-02', '2027-03-03', '2027-03-04'];
    expect(days.map((day) => closedOn(short, day))).toEqual(['not-yet', null, null, 'over']);
  });
});
