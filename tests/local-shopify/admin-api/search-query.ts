// Shopify's search language, as far as the app speaks it: `field:value` and `field:>=value`, all of which must hold.
import { GraphQLError } from 'graphql';

type Comparator = '>=' | '<=' | '>' | '<' | '';
type Condition = { field: string; comparator: Comparator; value: string };

/** How a row answers to a field: text, compared as text; instants as UTC seconds. */
export type Fields<T> = Record<string, (row: T) => string | null>;

const CONDITION = /(\w+):(>=|<=|>|<)?(?:'([^']*)'|"([^"]*)"|(\S+))/g;

function conditionsOf(query: string): Condition[] {
  const found = [...query.matchAll(CONDITION)].map((match) => ({
    field: match[1] ?? '',
    comparator: (match[2] ?? '') as Comparator,
    value: match[3] ?? match[4] ?? match[5] ?? '',
  }));
  const rest = query
    .replaceAll(CONDITION, '')
    .replaceAll(/\bAND\b/g, '')
    .trim();
  if (rest !== '') throw new GraphQLError(`the stand-in can't search for: ${rest}`);
  return found;
}

/** An instant in any form → UTC seconds; other text as it is. */
function normal(value: string): string {
  if (!/^\d{4}-\d{2}-\d{2}/.test(value)) return value;
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? value : `${date.toISOString().slice(0, 19)}Z`;
}

function holds(actual: string | null, { comparator, value }: Condition): boolean {
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
      return actual.toLowerCase() === wanted.toLowerCase();
  }
}

/** Throws for a field that it doesn't know: Shopify would ignore it, and the test be wrong. */
export function matching<T>(rows: T[], query: string | null | undefined, fields: Fields<T>): T[] {
  if (!query) return rows;
  const conditions = conditionsOf(query).filter((one) => !(one.field === 'status' && one.value === 'any'));
  for (const { field } of conditions) {
    if (!fields[field]) throw new GraphQLError(`the stand-in can't search by ${field}`);
  }
  return rows.filter((row) => conditions.every((one) => holds(fields[one.field]?.(row) ?? null, one)));
}
