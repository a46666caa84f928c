import { noDates, tallyDate, type DateTally } from '#app/core/moving-in/dates-of-file.ts';
import { rowsOf, type HowRead } from './rows-of.ts';
import type { Source } from './text-of.ts';

export type WantedDates = {
  how: HowRead;
  isHead: boolean;
  /** Places of columns with dates. */
  places: readonly number[];
  today: string;
};

/** All dates of a file, tried in each order. */
export async function datesInFile(
  source: Source,
  { how, isHead, places, today }: WantedDates,
  told: (bytes: number) => void,
): Promise<DateTally> {
  const tally = noDates();
  let isFirst = isHead;
  for await (const { rows, bytes } of rowsOf(source, how.encoding, how)) {
    for (const { line, cells } of isFirst ? rows.slice(1) : rows)
      for (const place of places) tallyDate(tally, cells[place] ?? '', line, today);
    isFirst &&= rows.length === 0;
    told(bytes);
  }
  return tally;
}
