// Rows as a browser sends them, and as somebody does who isn't one: nothing that can't be stored or applied comes in.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinedOnOf, movedRow, readMovedRow } from '#app/core/moving-in/moved-row.ts';

const plain = {
  ...{ line: 2, who: '42', points: 5, stamps: {}, birthday: null, leftOut: false },
  ...{ joinedOn: null, problem: null },
};
const isTaken = (more: object) => movedRow.safeParse({ ...plain, ...more }).success;

describe('C136 a row that no page of ours sends', () => {
  it.each([
    ['a line beyond any file', { line: 2 ** 40 }],
    ['a line below one', { line: 0 }],
    ['points beyond what is kept', { points: 1_000_000_001 }],
    ['points that are no integer', { points: 1.5 }],
    ['points as text', { points: '5' }],
    ['a month that there isn’t', { birthday: { month: 99, day: 1, year: null } }],
    ['a day that there isn’t', { birthday: { month: 2, day: 30, year: null } }],
    ['a leap day in another year', { birthday: { month: 2, day: 29, year: 1991 } }],
    ['a birthday of half numbers', { birthday: { month: 1.5, day: 1, year: null } }],
    ['a year that nobody lived in', { birthday: { month: 1, day: 1, year: -5 } }],
    ['a day of joining that there isn’t', { joinedOn: '2023-02-30' }],
    ['a day of joining before any program', { joinedOn: '0001-01-01' }],
    ['a day of joining in words', { joinedOn: 'infinity' }],
    ['more stamps than a card takes', { stamps: { 'stamps/a': 1_000_000 } }],
    [
      'more cards than a program has',
      {
        stamps: Object.fromEntries(Array.from({ length: 51 }, (_, nr) => [`stamps/${nr}`, 1])),
      },
    ],
    ['a card with an endless name', { stamps: { ['x'.repeat(61)]: 1 } }],
    ['a problem that we don’t have', { problem: 'constructor' }],
    ['somebody endless', { who: 'x'.repeat(101) }],
  ])('is refused for %s', (_, more) => {
    expect(isTaken(more)).toBe(false);
  });

  it('is taken where it is plain, with or without a day of joining', () => {
    expect(isTaken({})).toBe(true);
    expect(isTaken({ joinedOn: '2023-02-28', birthday: { month: 2, day: 29, year: null } })).toBe(true);
    const { joinedOn: _, ...older } = plain;
    expect(movedRow.safeParse(older).success).toBe(true);
  });

  it('and whatever a file’s cells are, what is read of them is taken', () => {
    const fields = ['customerId', 'points', 'birthday', 'leftOut', 'joinedOn', 'stamps/coffee'] as const;
    const how = { fields, by: 'customerId', dates: 'mdy', today: '2026-11-27' } as const;
    const cell = fc.oneof(
      fc.string(),
      fc.integer().map(String),
      fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
      fc.constantFrom('02/29/2023', '0000-00-00', '9999-12-31', '__proto__', '=1+1', "'5", '1004-05-06'),
    );
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 7 }), (cells) => {
        expect(movedRow.safeParse(readMovedRow(cells, 2, how)).success).toBe(true);
      }),
    );
  });
});

it.each([
  ['2023-04-05', '2023-04-05'],
  ['04/05/2023', '2023-04-05'],
  ['2023-04-05T10:11:12Z', '2023-04-05'],
  ['2023-04-05 10:11', '2023-04-05'],
  ['04/05', null],
  ['1004-04-05', null],
  ['2031-01-01', null],
  ['yesterday', null],
  ['', null],
])('S-34 since when somebody belongs: “%s” is %s', (cell, day) => {
  expect(joinedOnOf(cell, 'mdy', '2026-11-27')).toBe(day);
});
