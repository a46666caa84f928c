import { describe, expect, test } from 'vitest';
import { formOfMoments } from '#app/core/editing/moment-form.ts';
import { firstProgram } from '#app/core/program/first-program.ts';

describe('a shop’s first program', () => {
  test('gives nothing before the merchant’s own publish: points are off, no card runs, nobody gets a gift', () => {
    const { rules, draft } = firstProgram('EUR');
    expect(rules).toMatchObject({ pointsOff: true, cards: [], occasions: [] });
    expect(draft).toMatchObject({ pointsOff: true, cards: [{ size: 5 }], occasions: [] });
  });

  test.each([
    ['EUR', 100],
    ['USD', 100],
    ['KWD', 1_000],
    ['JPY', 100],
    ['ISK', 100],
    ['KRW', 1_000],
    ['CLP', 1_000],
    ['VND', 1_000],
  ])('C30 once points are on, one of them stands for so many minor units of %s: %i', (currency, perMinor) => {
    expect(firstProgram(currency).rules.earn).toEqual({ points: 1, perMinor });
  });

  test('a birthday begins on the day, open and waiting for 30 days, without a year; an anniversary with 50 points', () => {
    const { birthday, anniversary } = formOfMoments([]);
    expect(birthday).toMatchObject({ daysBefore: '0', daysAfter: '30', waitDays: '30', asksYear: false });
    expect(anniversary).toMatchObject({ points: '50', waitDays: '0' });
  });
});
