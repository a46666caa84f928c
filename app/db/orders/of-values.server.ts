// Errors that the written values brought about, against those of the connection, the server or the schema: the first come
// again with the same values and with no others, the second pass or concern everybody.
import pg from 'pg';
import { Failure } from '#app/errors.ts';

/** SQLSTATE classes: cardinality, data, integrity, limits, and what a trigger of ours raised. */
const OF_VALUES = /^(?:21|22|23|54|P0)/;

/** node-postgres says these as plain errors, without a code. */
const OF_CONNECTION = /connect|timeout|terminated|not queryable|client (?:was|has)|pool/i;

/** Whether the error would come again for what was tried, and for nothing else. An error of no database is a bug of ours. */
export function isOfValues(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof Failure) return false;
  if (error instanceof pg.DatabaseError) return OF_VALUES.test(error.code ?? '');
  if ('syscall' in error) return false;
  const isPlain = error.constructor === Error || error.constructor === AggregateError;
  return !(isPlain && OF_CONNECTION.test(error.message));
}

/** A few words that say what went wrong and where, with nothing of what was tried. */
export function reasonOf(error: unknown): string {
  if (error instanceof pg.DatabaseError) return `database ${error.code ?? 'error'}`;
  if (error instanceof Failure) return error.code;
  if (!(error instanceof Error)) return 'unknown';
  const place = /app\/([\w./-]+\.ts:\d+)/.exec(error.stack ?? '')?.[1];
  return place ? `${error.name} at ${place}` : error.name;
}
