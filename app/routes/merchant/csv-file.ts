import { pipeline, Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import { jsonCell } from '#app/core/taking-out/json-cell.ts';
import { log } from '#app/log.server.ts';

/** JSON as text, which stays JSON. */
type JsonCell = { json: string };
type Row = readonly (string | number | JsonCell)[];

/**
 * Where a cell begins for a program that parts them in another way, and a formula with it: Excel in French takes semicolons,
 * and then our commas are text, and the quotation marks behind them quote nothing, not even a new line.
 */
const INNER_FORMULA = /(^\s+|[;,|\t\r\n]\s*)(?=[=+\-@＝＋－＠])/gu;

/**
 * Rows as a file, sent as they come. What a spreadsheet would take for a formula, somebody's name for one, is defused; numbers
 * stay numbers, those below zero too. A failure on the way breaks the file off, so that nobody takes a part for the whole.
 */
export function csvFile(rows: AsyncIterable<Row>): Response {
  // The mark tells Excel that accents are UTF-8.
  const cast = {
    string: (cell: string) => cell.replaceAll(INNER_FORMULA, "$1'"),
    object: (cell: object) => ('json' in cell ? jsonCell(String(cell.json)) : ''),
  };
  const text = stringify({ bom: true, escape_formulas: true, cast });
  pipeline(Readable.from(rows), text, (err) => {
    if (err) log.warn({ err }, 'a file broke off');
  });
  return new Response(Readable.toWeb(text) as ReadableStream, {
    headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}
