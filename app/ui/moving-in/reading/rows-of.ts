// The rows of a file, as they come. What is left of a piece waits for the next one.
import Papa from 'papaparse';
import { UnreadFile } from './file-trouble.ts';
import { textOf, type Encoding, type Source } from './text-of.ts';

export type HowRead = { encoding: Encoding; delimiter: string };
/** Rows with their number in the file, from 1 on; empty ones are counted and left out. */
export type RowPiece = { rows: { line: number; cells: string[] }[]; bytes: number };

/** No row of such a file is longer: a quotation mark has no end, or it is another file. */
const LONGEST_ROW = 1024 * 1024;

type Parsed = { data: string[][]; errors: Papa.ParseError[]; meta: Papa.ParseMeta };

export async function* rowsOf(
  source: Source,
  encoding: Encoding,
  told?: Omit<HowRead, 'encoding'>,
  onBytes?: (bytes: Uint8Array) => void,
): AsyncGenerator<RowPiece & { how: HowRead }> {
  let how = told;
  let rest = '';
  let line = 0;
  let bytes = 0;
  const take = (text: string, isEnd: boolean): RowPiece & { how: HowRead } => {
    how ??= guessed(text);
    const { data, errors, meta } = parsed(text, how, !isEnd);
    // In a row that goes on in the next piece nothing is wrong yet.
    const wrong = errors.find(({ type, row }) => type === 'Quotes' && (isEnd || (row ?? 0) < data.length));
    if (wrong) throw new UnreadFile('broken', line + (wrong.row ?? 0) + 1);
    const long = data.findIndex((cells) => cells.some(({ length }) => length > LONGEST_ROW));
    if (long >= 0) throw new UnreadFile('broken', line + long + 1);
    rest = text.slice(meta.cursor);
    const rows = data.map((cells, nr) => ({ line: line + nr + 1, cells }));
    line += data.length;
    if (rest.length > LONGEST_ROW) throw new UnreadFile('broken', line + 1);
    return { rows: rows.filter(({ cells }) => !isEmpty(cells)), bytes, how: { encoding, ...how } };
  };
  for await (const piece of textOf(source, encoding, onBytes)) {
    bytes = piece.bytes;
    yield take(rest + piece.text, false);
  }
  yield take(rest, true);
}

const isEmpty = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '');

function guessed(text: string): Omit<HowRead, 'encoding'> {
  const { meta } = Papa.parse(text, {
    newline: '\n',
    preview: 20,
    skipEmptyLines: 'greedy',
    delimitersToGuess: [',', ';', '\t', '|'],
  });
  return { delimiter: meta.delimiter };
}

function parsed(text: string, { delimiter }: Omit<HowRead, 'encoding'>, isPart: boolean): Parsed {
  return new Papa.Parser({ delimiter, newline: '\n' }).parse(text, 0, isPart) as Parsed;
}
