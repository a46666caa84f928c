// What the page asks of the worker that reads its file, and what it hears. One worker has one errand.
import type { DateTally } from '#app/core/moving-in/dates-of-file.ts';
import type { MovedRow } from '#app/core/moving-in/moved-row.ts';
import type { WantedDates } from './dates-in-file.ts';
import type { FileTrouble } from './file-trouble.ts';
import type { FileLook } from './look-at-file.ts';
import type { WantedRows } from './moved-rows-of.ts';

export type Errand =
  | { do: 'look'; file: Blob }
  | { do: 'dates'; file: Blob; wanted: WantedDates }
  | { do: 'rows'; file: Blob; wanted: WantedRows };

export type Answers = { look: FileLook; dates: DateTally; rows: null };

/** To `rows` the page answers once they are sent: no more of them are read before. */
export type Heard =
  | { kind: 'bytes'; bytes: number }
  | { kind: 'rows'; rows: MovedRow[] }
  | { kind: 'done'; answer: Answers[keyof Answers] }
  | { kind: 'trouble'; trouble: FileTrouble };
