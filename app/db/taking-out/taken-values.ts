// A column's value as SQL, for each of the two forms.
import type { TakenColumn } from './taken-table.ts';

const INSTANT = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

/** Text of times doesn't follow the session's settings. */
const WORDS: Partial<Record<TakenColumn['kind'], (sql: string) => string>> = {
  id: (sql) => `(${sql})::text`,
  time: (sql) => `to_char((${sql}) at time zone 'utc', ${INSTANT})`,
  day: (sql) => `to_char(${sql}, 'YYYY-MM-DD')`,
};

const valueOf = ({ kind, sql }: TakenColumn): string => WORDS[kind]?.(sql) ?? sql;

/** One object of these columns. */
export const jsonOf = (columns: readonly TakenColumn[]): string =>
  `json_build_object(${columns.map((one) => `'${one.name}', ${valueOf(one)}`).join(', ')})`;

/** A cell that is text in the statement's answer: numbers are told apart by the column. */
export const cellOf = (one: TakenColumn): string => `(${valueOf(one)})::text`;
