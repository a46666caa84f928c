// The customers of a list that a merchant pastes or takes from a file: by customer ID or email, one a line.

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
  const lines = text.split(/\r?\n|\r/).filter((line) => line.trim() !== '');
  const place = placeOfHead(cellsOf(lines[0] ?? ''));
  const found: HandLines = { customerIds: [], emails: [], twice: 0, unread: [] };
  const seen = new Set<string>();
  for (const line of place === null ? lines : lines.slice(1)) {
    const cells = cellsOf(line);
    const who = place === null ? firstOf(cells) : readCell(cells[place] ?? '');
    if (who === null) found.unread.push(line.trim().slice(0, 100));
    else if (seen.has(who)) found.twice += 1;
    else (who.includes('@') ? found.emails : found.customerIds).push(who);
    if (who !== null) seen.add(who);
  }
  return found;
}

/** A comma between quotes parts nothing. */
function cellsOf(line: string): string[] {
  const cells = line.match(/"[^"]*"|[^,;\t]+|(?<=[,;\t])(?=[,;\t])/g) ?? [];
  return cells.map((cell) => cell.replaceAll('"', '').trim());
}

/** Where the head says who it is, by ID before email; null where the first line is no head. */
function placeOfHead(cells: readonly string[]): number | null {
  const names = cells.map((cell) => cell.replace(/^\uFEFF/, '').toLowerCase());
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
