// Shopify's search language, as far as the app speaks it: `field:value`, `field:>=value` and plain words, all of which must
// hold; ` OR ` parts what holds by itself. A value or word that ends in `*` is a beginning; `\\` takes from the next character
// what it means here.
import { GraphQLError } from 'graphql';

type Comparator = '>=' | '<=' | '>' | '<' | '';
type Condition = { field: string; comparator: Comparator; value: string; isBeginning: boolean };

/** How a row answers to a field: text, compared as text; instants as UTC seconds. */
export type Fields<T> = Record<string, (row: T) => string | null>;

/** The words of a row that are searched where no field is named, in lower case. */
export type Words<T> = (row: T) => readonly string[];

const TERM = /(?:(\w+):(>=|<=|>|<)?)?(?:'([^']*)'|"([^"]*)"|((?:\\.|[^\s\\'"()*:])+)(\*?))(?=\s|$)/g;

function conditionsOf(query: string): Condition[] {
  const found = [...query.matchAll(TERM)].map((match) => ({
    field: match[1] ?? '',
    comparator: (match[2] ?? '') as Comparator,
    value: match[3] ?? match[4] ?? unescaped(match[5] ?? ''),
    isBeginning: match[6] === '*',
  }));
  const rest = query.replaceAll(TERM, '').trim();
  const connected = found.find(({ field, value }) => field === '' && /^(?:OR|NOT|-.*)$/.test(value));
  if (rest !== '' || connected) {
    throw new GraphQLError(`the stand-in can't search for: ${connected?.value ?? rest}`);
  }
  return found.filter(({ field, value }) => field !== '' || value !== 'AND');
}

const unescaped = (text: string): string => text.replaceAll(/\\(.)/g, '$1');

/** An instant in any form → UTC seconds; other text as it is. */
function normal(value: string): string {
  if (!/^\d{4}-\d{2}-\d{2}/.test(value)) return value;
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? value : `${date.toISOString().slice(0, 19)}Z`;
}

function holds(actual: string | null, { comparator, value, isBeginning }: Condition): boolean {
  const wanted = normal(value);
  if (actual === null) return false;
  switch (comparator) {
    case '>=':
      return actual >= wanted;
    case '<=':
      return actual <= wanted;
    case '>':
      return actual > wanted;
    case '<':
      return actual < wanted;
    case '':
      return isBeginning
        ? actual.toLowerCase().startsWith(wanted.toLowerCase())
        : actual.toLowerCase() === wanted.toLowerCase();
  }
}

/** What ` OR ` parts, outside of quotes. */
function partsOf(query: string): string[] {
  const plain = query.replaceAll(/'[^']*'|"[^"]*"/g, (quoted) => '_'.repeat(quoted.length));
  const ends = [...plain.matchAll(/ OR /g)].map(({ index }) => index);
  return [...ends, query.length].map((end, nr) => query.slice(nr === 0 ? 0 : (ends[nr - 1] ?? 0) + 4, end));
}

/** Throws for a field that it doesn't know, and for words where it knows none: Shopify would ignore it, and the test be wrong. */
export function matching<T>(
  rows: T[],
  query: string | null | undefined,
  fields: Fields<T>,
  words?: Words<T>,
): T[] {
  if (!query) return rows;
  const either = partsOf(query);
  if (either.length > 1) {
    if (either.some((one) => conditionsOf(one).some(({ field }) => field === '')))
      throw new GraphQLError(`the stand-in can't search for either of two words: ${query}`);
    const found = new Set(either.flatMap((one) => matching(rows, one, fields, words)));
    return rows.filter((row) => found.has(row));
  }
  const conditions = conditionsOf(query).filter((one) => !(one.field === 'status' && one.value === 'any'));
  for (const { field, value } of conditions) {
    const known = field === '' ? words : fields[field];
    if (!known) throw new GraphQLError(`the stand-in can't search by ${field || value}`);
  }
  const meets = (row: T, one: Condition) =>
    one.field === ''
      ? (words?.(row) ?? []).some((word) => holds(word, one))
      : holds(fields[one.field]?.(row) ?? null, one);
  return rows.filter((row) => conditions.every((one) => meets(row, one)));
}
