import { describe, expect, test } from 'vitest';
import { decideRedeem, type RedeemState } from '#app/core/rewards/decide-redeem.ts';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import { reward } from '#tests/support/factories.ts';

const state = (overrides: Partial<RedeemState> = {}): RedeemState => ({
  today: '2026-11-21',
  excluded: false,
  points: 100,
  held: 0,
  takenEver: 0,
  takenInPeriod: 0,
  takenInAll: 0,
  ...overrides,
});

const limits = (overrides: Partial<Reward['limits']>): Reward['limits'] => ({
  perPerson: null,
  perPeriod: null,
  inAll: null,
  ...overrides,
});

const refusal = (of: Partial<Reward>, overrides: Partial<RedeemState> = {}) => {
  const decided = decideRedeem(reward(of), state(overrides));
  return decided.ok ? null : decided.refusal;
};

test('the whole balance buys it, for its price, until its last day', () => {
  expect(decideRedeem(reward(), state())).toEqual({
    ok: true,
    price: 100,
    faceMinor: 500,
    validFrom: '2026-11-21',
    validUntil: '2026-12-21',
  });
});

test('what is no money has no face', () => {
  const shipping = reward({ gives: { kind: 'free-shipping', upToMinor: 500 } });
  expect(decideRedeem(shipping, state())).toMatchObject({ ok: true, faceMinor: null });
});

describe('means', () => {
  test.each([
    ['one point too few', 99, { reason: 'not-enough', missing: 1 }],
    ['none', 0, { reason: 'not-enough', missing: 100 }],
    ['C15 a debt', -30, { reason: 'owing', owed: 30 }],
    ['exactly enough', 100, null],
  ])('%s', (_what, points, expected) => expect(refusal({}, { points })).toEqual(expected));

  test('fifty held are the most, of whatever rewards', () => {
    expect(refusal({}, { held: 49 })).toBeNull();
    expect(refusal({}, { held: 50 })).toEqual({ reason: 'too-many-held' });
  });

  test('C79 who is left out takes nothing, whatever else is so', () => {
    expect(refusal({ endsOn: '2020-01-01' }, { excluded: true, points: -5 })).toEqual({ reason: 'excluded' });
  });
});

describe('C34 first and last day of taking it, both inclusive', () => {
  test.each([
    ['2026-11-20', { reason: 'not-yet', from: '2026-11-21' }],
    ['2026-11-21', null],
    ['2026-11-23', null],
    ['2026-11-24', { reason: 'over' }],
  ])('on %s', (today, expected) => {
    expect(refusal({ startsOn: '2026-11-21', endsOn: '2026-11-23' }, { today })).toEqual(expected);
  });

  test('named days of using it that are over leave nothing to take', () => {
    expect(refusal({ usableOn: { from: '2026-11-01', until: '2026-11-20' } })).toEqual({ reason: 'over' });
  });
});

describe('C109 limits', () => {
  test('most per person', () => {
    expect(refusal({ limits: limits({ perPerson: 2 }) }, { takenEver: 1 })).toBeNull();
    expect(refusal({ limits: limits({ perPerson: 2 }) }, { takenEver: 2 })).toEqual({
      reason: 'limit-person',
      count: 2,
    });
  });

  test('C37 most per period of the calendar, with the day from which it can be had again', () => {
    const monthly = limits({ perPeriod: { count: 1, period: 'month' } });
    expect(refusal({ limits: monthly }, { takenInPeriod: 1 })).toEqual({
      reason: 'limit-period',
      count: 1,
      period: 'month',
      again: '2026-12-01',
    });
    expect(refusal({ limits: monthly, endsOn: '2026-11-30' }, { takenInPeriod: 1 })).toMatchObject({
      again: null,
    });
  });

  test('most in all', () => {
    expect(refusal({ limits: limits({ inAll: 100 }) }, { takenInAll: 99 })).toBeNull();
    expect(refusal({ limits: limits({ inAll: 100 }) }, { takenInAll: 100 })).toEqual({ reason: 'limit-all' });
  });
});
