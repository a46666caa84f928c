// A day that a member told, each year or once: by the facts alone.
import { describe, expect, it } from 'vitest';
import { lifeDate } from '#app/core/moments/causes/life-date.ts';
import { causeFacts } from '#tests/support/factories.ts';

const WHEN = { daysBefore: 0, daysAfter: 0, waitDays: 30, yearly: true };
const LOOK = { key: 'wedding', given: [], from: '2027-06-14', today: '2027-06-14' };
const told = (year: number | null = null, setOn = '2026-01-01') =>
  causeFacts({ lifeDates: { wedding: { month: 6, day: 14, year, setOn } } });
const daysOf = (facts = told(), look: Partial<typeof LOOK> = {}, when: Partial<typeof WHEN> = {}) =>
  lifeDate.occurrences({ ...WHEN, ...when }, facts, { ...LOOK, ...look }).map(({ name, on }) => [name, on]);
const within = (days: string[][], year: string) => days.filter(([name]) => name === year);

describe('a date of life', () => {
  it('C55 is due on its day, each year', () => {
    expect(within(daysOf(), '2027')).toEqual([['2027', '2027-06-14']]);
    expect(within(daysOf(told(), { from: '2028-06-14', today: '2028-06-14' }), '2028')).toEqual([
      ['2028', '2028-06-14'],
    ]);
  });

  it('of another moment’s key is nothing to it, nor is whoever told none', () => {
    expect(daysOf(told(), { key: 'moving-in' })).toEqual([]);
    expect(daysOf(causeFacts())).toEqual([]);
  });

  it('C58 that was told too late for this year comes in the next', () => {
    expect(within(daysOf(told(null, '2027-06-01')), '2027')).toEqual([]);
  });

  it('brings nothing for the years before it was', () => {
    const coming = daysOf(told(2028), { from: '2027-01-01', today: '2029-01-01' });
    expect(within(coming, '2027')).toEqual([]);
    expect(within(coming, '2028')).toEqual([['2028', '2028-06-14']]);
  });

  it('that comes once is over once it was given', () => {
    const given = [{ name: '2027', on: '2027-06-14' }];
    const look = { ...LOOK, given, from: '2028-06-14', today: '2028-06-14' };
    expect(lifeDate.occurrences({ ...WHEN, yearly: false }, told(), look)).toEqual([]);
  });
});
