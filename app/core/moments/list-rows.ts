// A list that somebody pasted, or took from a file, in rows of cells: what stands between quotes parts nothing, and a quotation mark that
// isn't one of a pair around a whole cell is a sign like any other.

/** `text` is the row as it was typed. */
export type ListRow = { text: string; cells: string[] };

const MARKS = [',', ';', '\t'] as const;
/** Whatever parts cells in a list without a head. */
export const ANY_MARK = MARKS.join('');

/** @param marks each of which parts cells */
export function rowsOfList(text: string, marks: string): ListRow[] {
  const rows: ListRow[] = [];
  for (let at = 0; at < text.length;) {
    const start = at;
    const cells: string[] = [];
    for (let isMore = true; isMore;) {
      const { cell, end } = cellAt(text, at, marks);
      cells.push(cell.trim());
      isMore = end < text.length && marks.includes(text.charAt(end));
      at = isMore ? end + 1 : end;
    }
    rows.push({ text: text.slice(start, at).trim(), cells });
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
  return rows.filter((row) => row.text !== '');
}

/** What parts the cells of a head: the mark that it has most of. */
export function markOf(head: ListRow): string {
  const bare = head.text.replaceAll(/"[^"]*"/g, '');
  const [most] = MARKS.map((mark) => ({ mark, count: bare.split(mark).length - 1 })).sort(
    (one, other) => other.count - one.count,
  );
  return most && most.count > 0 ? most.mark : ANY_MARK;
}

function cellAt(text: string, from: number, marks: string): { cell: string; end: number } {
  const isEnd = (sign: string) => sign === '' || sign === '\n' || sign === '\r' || marks.includes(sign);
  const opens = skipBlanks(text, from, marks);
  const close = text[opens] === '"' ? closingQuote(text, opens + 1) : -1;
  const behind = close < 0 ? -1 : skipBlanks(text, close + 1, marks);
  if (behind >= 0 && isEnd(text.charAt(behind)))
    return { cell: text.slice(opens + 1, close).replaceAll('""', '"'), end: behind };
  let end = from;
  while (!isEnd(text.charAt(end))) end += 1;
  return { cell: text.slice(from, end).replaceAll('"', ''), end };
}

/** Below zero where it is never closed; two in a row are one that is meant. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

/** A file's own mark at its beginning is as good as a blank. */
function skipBlanks(text: string, from: number, marks: string): number {
  let at = from;
  while (/[ \t\u00A0\uFEFF]/.test(text.charAt(at)) && !marks.includes(text.charAt(at))) at += 1;
  return at;
}
