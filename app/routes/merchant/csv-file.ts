import { pipeline, Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import { log } from '#app/log.server.ts';

type Row = readonly (string | number)[];

/**
 * Rows as a file, sent as they come. What a spreadsheet would take for a formula, somebody's name for one, is defused; numbers
 * stay numbers, those below zero too. A failure on the way breaks the file off, so that nobody takes a part for the whole.
 */
export function csvFile(rows: AsyncIterable<Row>): Response {
  // The mark tells Excel that accents are UTF-8.
  const text = stringify({ bom: true, escape_formulas: true });
  pipeline(Readable.from(rows), text, (err) => {
    if (err) log.warn({ err }, 'a file broke off');
  });
  return new Response(Readable.toWeb(text) as ReadableStream, {
    headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}
