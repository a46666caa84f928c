// How a file's dates are written is asked only where nobody can know; what can't be read is named by its row.
import { expect, it } from 'vitest';
import { datesOfFile, unreadDates } from '#app/core/moving-in/dates-of-file.ts';
import { isEnoughHere, leastHere } from '#app/core/moving-in/enough-here.ts';

const TODAY = '2026-11-27';

it.each([
  ['could be both', ['01/02/1990', ''], null, { order: 'mdy', isAsked: true }],
  ['the layout says', ['01/02/1990'], 'dmy', { order: 'dmy', isAsked: false }],
  ['a 13th month', ['01/02/1990', '13/02/1990'], null, { order: 'dmy', isAsked: false }],
  ['a 13th month against the layout', ['13/02/1990'], 'mdy', { order: 'dmy', isAsked: false }],
  ['the year first', ['1990-01-02'], null, { order: 'ymd', isAsked: false }],
  ['the same either way', ['05/05/1990'], null, { order: 'dmy', isAsked: false }],
  ['no date at all', ['', 'soon'], null, { order: 'ymd', isAsked: false }],
] as const)('C136 dates of a file: %s', (_, cells, told, read) => {
  expect(datesOfFile(cells, told, TODAY)).toEqual(read);
});

it('C136 birthdays that are no dates are named by row', () => {
  expect(unreadDates(['01/02/1990', 'soon', '', '31/12/1990', '1004-05-03'], 'mdy', TODAY)).toEqual([3, 5]);
});

it('S-34 nobody buys less than before: the factor is held against what points were worth there', () => {
  // 500 there were 5.00; 100 here are 4.00: 125 are needed.
  expect(leastHere(500, 400)).toBe(125);
  expect(isEnoughHere({ ours: 125 }, 500, 400)).toBe(true);
  expect(isEnoughHere({ ours: 124 }, 500, 400)).toBe(false);
});
