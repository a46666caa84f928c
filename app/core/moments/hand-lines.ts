// The customers of a list that a merchant pastes or takes from a file: by customer ID or email, one a line.
import { ANY_MARK, markOf, rowsOfList, type ListRow } from './list-rows.ts';

/** Customers of one list; more are reached by conditions. */
export const MOST_PASTED = 1_000;
const MOST_OF_EMAIL = 320;

export type HandLines = {
  customerIds: string[];
  /** In small letters. */
  emails: string[];
  /** Lines that say what an earlier one says. */
  twice: number;
  /** Lines that name nobody, as they are. */
  unread: string[];
};

type Column = 'customerId' | 'email';

/** Names of columns in files from Shopify, in small letters. */
const COLUMNS: readonly { column: Column; names: readonly string[] }[] = [
  { column: 'customerId', names: ['customer id', 'customerid', 'shopify id', 'id client'] },
  { column: 'email', names: ['email', 'e-mail', 'email address', 'adresse e-mail'] },
];

export function readHandLines(text: string): HandLines {
  const rows = rowsOfList(text, ANY_MARK);
  const [first] = rows;
  if (!first) return whom([], null);
  const mark = markOf(first);
  const ofFile = mark === ANY_MARK ? rows : rowsOfList(text, mark);
  const place = placeOfHead(ofFile[0]?.cells ?? []);
  return place === null ? whom(rows, null) : whom(ofFile.slice(1), place);
}

/** @param place of the cell that says who it is; null: the first that does */
function whom(rows: readonly ListRow[], place: number | null): HandLines {
  const found: HandLines = { customerIds: [], emails: [], twice: 0, unread: [] };
  const seen = new Set<string>();
  for (const { text, cells } of rows) {
    const who = place === null ? firstOf(cells) : readCell(cells[place] ?? '');
    if (who === null) found.unread.push(text.slice(0, 100));
    else if (seen.has(who)) found.twice += 1;
    else (who.includes('@') ? found.emails : found.customerIds).push(who);
    if (who !== null) seen.add(who);
  }
  return found;
}

/** Where the head says who it is, by ID before email; null where the first line is no head. */
function placeOfHead(cells: readonly string[]): number | null {
  const names = cells.map((cell) => cell.toLowerCase());
  const places = COLUMNS.map(({ names: known }) => names.findIndex((name) => known.includes(name)));
  return places.find((place) => place >= 0) ?? null;
}

const firstOf = (cells: readonly string[]): string | null =>
  cells.map(readCell).find((who) => who !== null) ?? null;

function readCell(cell: string): string | null {
  const id = /^(?:gid:\/\/shopify\/Customer\/)?'?#?([1-9]\d{0,17})$/.exec(cell)?.[1];
  if (id !== undefined) return id;
  return cell.length <= MOST_OF_EMAIL && /^[^\s@]+@[^\s@]+$/.test(cell) ? cell.toLowerCase() : null;
}
