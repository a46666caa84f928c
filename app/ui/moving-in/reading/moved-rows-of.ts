import type { DateOrder, MovedField } from '#app/core/moving-in/layouts.ts';
import { readMovedRow, type MovedRow } from '#app/core/moving-in/moved-row.ts';
import { ROWS_AT_ONCE } from '#app/core/moving-in/moving-step.ts';
import { rowsOf, type HowRead } from './rows-of.ts';
import type { Source } from './text-of.ts';

export type WantedRows = {
  how: HowRead;
  isHead: boolean;
  /** Of each column what it is. */
  fields: readonly (MovedField | null)[];
  by: 'email' | 'customerId';
  dates: DateOrder;
  today: string;
};

/** The rows of a file, as many at a time as are sent at once. */
export async function* movedRowsOf(source: Source, wanted: WantedRows): AsyncGenerator<MovedRow[]> {
  let batch: MovedRow[] = [];
  let isFirst = wanted.isHead;
  for await (const { rows } of rowsOf(source, wanted.how.encoding, wanted.how)) {
    for (const { line, cells } of isFirst ? rows.slice(1) : rows) {
      batch.push(readMovedRow(cells, line, wanted));
      if (batch.length < ROWS_AT_ONCE) continue;
      yield batch;
      batch = [];
    }
    isFirst &&= rows.length === 0;
  }
  if (batch.length > 0) yield batch;
}
