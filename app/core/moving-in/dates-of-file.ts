// How the dates of a file are written: told by whose file it is, or by the dates themselves where only one order reads them all; and
// asked where both would do.
import { ORDERS, type DateOrder } from './layouts.ts';
import { birthdayOf } from './moved-row.ts';

export type FileDates = { order: DateOrder; isAsked: boolean };

/** @param told by the layout; it yields where another order reads more. */
export function datesOfFile(cells: readonly string[], told: DateOrder | null, today: string): FileDates {
  const said = [...new Set(cells.map((cell) => cell.trim()))].filter((cell) => cell !== '');
  const reads = ORDERS.map((order) => {
    const dates = said.map((cell) => birthdayOf(cell, order, today));
    return { order, count: dates.filter((date) => date !== null).length, text: JSON.stringify(dates) };
  });
  const most = Math.max(...reads.map(({ count }) => count));
  const best = reads.filter(({ count }) => count === most);
  const isTold = best.some(({ order }) => order === told);
  const isSame = new Set(best.map(({ text }) => text)).size === 1;
  // Years that come first are read so by every order: the last says so.
  const order = (isSame ? best.at(-1) : best[0])?.order ?? 'mdy';
  return isTold && told !== null ? { order: told, isAsked: false } : { order, isAsked: !isSame };
}

/** Rows of the file, its head counted, whose birthday is none in that order. */
export function unreadDates(cells: readonly string[], order: DateOrder, today: string): number[] {
  return cells.flatMap((cell, nr) =>
    cell.trim() !== '' && birthdayOf(cell, order, today) === null ? [nr + 2] : [],
  );
}
