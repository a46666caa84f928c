// How the dates of a file are written: told by whose file it is, or by the dates themselves where only one order reads them all; and
// asked where both would do. Counted cell by cell, so that a file need not be held for it.
import type { Birthday } from '../moments/parse-birthday.ts';
import { ORDERS, type DateOrder } from './layouts.ts';
import { birthdayOf } from './moved-row.ts';

type Reading = {
  read: number;
  /** The first three cells, as this order reads them. */
  shown: (Birthday | null)[];
  unread: number;
  /** Rows of the first that it can't read. */
  unreadLines: number[];
};
export type DateTally = {
  cells: number;
  readings: Record<DateOrder, Reading>;
  /** Pairs of orders that read some cell in two ways. */
  differ: string[];
};

const NAMED_ROWS = 20;
const SHOWN = 3;

const noReading = (): Reading => ({ read: 0, shown: [], unread: 0, unreadLines: [] });

export const noDates = (): DateTally => ({
  cells: 0,
  readings: { mdy: noReading(), dmy: noReading(), ymd: noReading() },
  differ: [],
});

const pair = (one: DateOrder, other: DateOrder) => `${one} ${other}`;

/** Adds a cell. @param line its row in the file */
export function tallyDate(tally: DateTally, cell: string, line: number, today: string): void {
  if (cell.trim() === '') return;
  tally.cells += 1;
  const dates = ORDERS.map((order) => birthdayOf(cell, order, today));
  for (const [nr, order] of ORDERS.entries()) addReading(tally.readings[order], dates[nr] ?? null, line);
  const said = dates.map((date) => JSON.stringify(date));
  for (const [nr, one] of ORDERS.entries())
    for (const [place, other] of ORDERS.entries())
      if (said[nr] !== said[place] && !tally.differ.includes(pair(one, other)))
        tally.differ.push(pair(one, other));
}

function addReading(reading: Reading, date: Birthday | null, line: number): void {
  if (reading.shown.length < SHOWN) reading.shown.push(date);
  if (date !== null) reading.read += 1;
  else {
    reading.unread += 1;
    if (reading.unreadLines.length < NAMED_ROWS) reading.unreadLines.push(line);
  }
}

export type FileDates = { order: DateOrder; isAsked: boolean };

/** @param told by the layout; it yields where another order reads more. */
export function datesOfFile({ readings, differ }: DateTally, told: DateOrder | null): FileDates {
  const most = Math.max(...ORDERS.map((order) => readings[order].read));
  const best = ORDERS.filter((order) => readings[order].read === most);
  if (told !== null && best.includes(told)) return { order: told, isAsked: false };
  const isSame = !best.some((one) => best.some((other) => differ.includes(pair(one, other))));
  // Years that come first are read so by every order: the last says so.
  return { order: (isSame ? best.at(-1) : best[0]) ?? 'mdy', isAsked: !isSame };
}
