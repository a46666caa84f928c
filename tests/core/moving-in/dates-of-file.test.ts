// How a file's dates are written is asked only where nobody can know; what can't be read is named by its row.
import { expect, it } from 'vitest';
import { datesOfFile, noDates, tallyDate } from '#app/core/moving-in/dates-of-file.ts';
import { isEnoughHere, leastHere } from '#app/core/moving-in/enough-here.ts';

const TODAY = '2026-11-27';

function tallied(cells: readonly string[]) {
  const tally = noDates();
  for (const [nr, cell] of cells.entries()) tallyDate(tally, cell, nr + 2, TODAY);
  return tally;
}

it.each([
  ['could be both', ['01/02/1990', ''], null, { order: 'mdy', isAsked: true }],
  ['the layout says', ['01/02/1990'], 'dmy', { order: 'dmy', isAsked: false }],
  ['a 13th month', ['01/02/1990', '13/02/1990'], null, { order: 'dmy', isAsked: false }],
  ['a 13th month against the layout', ['13/02/1990'], 'mdy', { order: 'dmy', isAsked: false }],
  ['the year first', ['1990-01-02'], null, { order: 'ymd', isAsked: false }],
  [
    'the year first, with an hour',
    ['1990-01-02 10:00:00', '1990-01-03T08:00:00Z'],
    null,
    { order: 'ymd', isAsked: false },
  ],
  ['the same either way', ['05/05/1990'], null, { order: 'dmy', isAsked: false }],
  ['no date at all', ['', 'soon'], null, { order: 'ymd', isAsked: false }],
] as const)('C136 dates of a file: %s', (_, cells, told, read) => {
  expect(datesOfFile(tallied(cells), told)).toEqual(read);
});

it('C136 birthdays that are no dates are named by row', () => {
  const { readings, cells } = tallied(['01/02/1990', 'soon', '', '31/12/1990', '1004-05-03']);
  expect(cells).toBe(4);
  expect(readings.mdy).toMatchObject({ read: 2, unread: 2, unreadLines: [3, 5] });
  expect(readings.mdy.shown).toEqual([{ month: 1, day: 2, year: 1990 }, null, null]);
});

it('C136 however many dates can’t be read, the first twenty rows are named', () => {
  const { readings } = tallied(Array.from({ length: 500 }, () => 'soon'));
  expect(readings.dmy).toMatchObject({ unread: 500, unreadLines: { length: 20 } });
});

it('S-34 nobody buys less than before: the factor is held against what points were worth there', () => {
  // 500 there were 5.00; 100 here are 4.00: 125 are needed.
  expect(leastHere(500, 400)).toBe(125);
  expect(isEnoughHere({ ours: 125 }, 500, 400)).toBe(true);
  expect(isEnoughHere({ ours: 124 }, 500, 400)).toBe(false);
});
