// Rows of files with members: what is read, what is a problem, and in whose favour it is rounded.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oursOf } from '#app/core/moving-in/factor.ts';
import { addressOf, birthdayOf, readMovedRow } from '#app/core/moving-in/moved-row.ts';

const TODAY = '2026-11-27';
const how = { fields: ['email', 'points', 'birthday'], by: 'email', dates: 'mdy', today: TODAY } as const;
const read = (points: string, who = 'a@b.c') => readMovedRow([who, points, ''], 2, how);

describe('C136 points', () => {
  it.each([
    ['52,620', 52_620],
    ['1,234,567', 1_234_567],
    ['1 234', 1_234],
    ['-40', -40],
    ['12.5', 13],
    ['-12.5', -12],
    ['1,234.2', 1_235],
    ['', 0],
  ])('%s are %i', (text, points) => {
    expect(read(text)).toMatchObject({ points, problem: null });
  });

  it.each([
    ['=1+1', 'points'],
    ['abc', 'points'],
    ['12,34', 'points'],
    ['1.234', 'points-unclear'],
    ['99999999999', 'points'],
  ])('%s are a problem', (text, problem) => {
    expect(read(text)).toMatchObject({ problem });
  });
});

describe('C136 whom a row is about', () => {
  it('is an address in small letters, or nobody', () => {
    expect(read('1', ' Anna@Example.COM ').who).toBe('anna@example.com');
    for (const who of ['', 'anna', 'a b@c.d', '@']) expect(read('1', who)).toMatchObject({ problem: 'who' });
    expect(addressOf('x'.repeat(400) + '@a.b')).toBe('');
  });

  it('is a customer’s id, Shopify’s long one too', () => {
    const by = { ...how, fields: ['customerId', 'points'], by: 'customerId' } as const;
    for (const id of ['42', "'42", 'gid://shopify/Customer/42'])
      expect(readMovedRow([id, '1'], 2, by).who).toBe('42');
    expect(readMovedRow(['42x', '1'], 2, by)).toMatchObject({ problem: 'who' });
  });

  it('half a row is one that lacks cells', () => {
    expect(readMovedRow(['a@b.c'], 9, how)).toMatchObject({ line: 9, problem: 'half' });
  });

  it('thousands commas without quotes spill into more cells than there are columns', () => {
    const fields = ['email', 'points'] as const;
    expect(readMovedRow(['a@b.c', '52', '620'], 9, { ...how, fields })).toMatchObject({ problem: 'spills' });
    expect(readMovedRow(['a@b.c', '52', '', ' '], 9, { ...how, fields })).toMatchObject({ problem: null });
  });
});

describe('C136 dates', () => {
  it.each([
    ['03/04/1990', 'mdy', { month: 3, day: 4, year: 1990 }],
    ['03/04/1990', 'dmy', { month: 4, day: 3, year: 1990 }],
    ['1990-1-15', 'mdy', { month: 1, day: 15, year: 1990 }],
    ['03/04', 'mdy', { month: 3, day: 4, year: null }],
    ['05-03', 'ymd', { month: 5, day: 3, year: null }],
    ['1004-05-03', 'ymd', { month: 5, day: 3, year: null }],
    ['13/13/1990', 'mdy', null],
    ['soon', 'mdy', null],
    ['02/30/1990', 'mdy', null],
  ] as const)('%s, %s', (text, order, date) => {
    expect(birthdayOf(text, order, TODAY)).toEqual(date);
  });
});

it('S-34 nobody has less than before: the factor rounds up', () => {
  const whole = (max: number) => fc.integer({ min: 1, max });
  fc.assert(
    fc.property(fc.integer({ min: -1e6, max: 1e6 }), whole(10_000), whole(10_000), (points, theirs, ours) => {
      const gets = oursOf(points, { theirs, ours });
      expect(gets * theirs).toBeGreaterThanOrEqual(points * ours);
      expect((gets - 1) * theirs).toBeLessThan(points * ours);
    }),
  );
});
