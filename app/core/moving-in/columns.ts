// Which column of a file is what: as its names tell, or as somebody chose.
import type { MovedField } from './layouts.ts';

/** The column's place, from 0 on; null where somebody said that there is none. */
export type Columns = Readonly<Partial<Record<MovedField, number | null>>>;

/** A key of `texts.movingIn.columns.problem`. */
export type ColumnProblem = 'who' | 'nothing' | 'two' | 'taken' | 'no-emails';

const isHere = (columns: Columns, field: MovedField) =>
  columns[field] !== undefined && columns[field] !== null;
const isStamps = (field: string) => field.startsWith('stamps/');

/** A file without them can't replace any, and needs no factor. */
export const hasPoints = (columns: Columns): boolean => isHere(columns, 'points');

/** By Shopify's own ids where the file has both. */
export const byOf = (columns: Columns): 'email' | 'customerId' =>
  isHere(columns, 'customerId') ? 'customerId' : 'email';

export const namesMembers = (columns: Columns): boolean =>
  isHere(columns, 'email') || isHere(columns, 'customerId');

const bringsNothing = (columns: Columns) =>
  !Object.keys(columns).some(
    (field) =>
      (field === 'points' || field === 'birthday' || isStamps(field)) && isHere(columns, field as MovedField),
  );

/**
 * What keeps a file from being read, by the field beside which to say it.
 * @param emailsGiven false where members can't be found by their address
 */
export function columnProblems(
  columns: Columns,
  doubled: readonly MovedField[],
  emailsGiven: boolean | null = null,
): Partial<Record<MovedField, ColumnProblem>> {
  const problems: Partial<Record<MovedField, ColumnProblem>> = {};
  const fields = Object.keys(columns).filter((field) => isHere(columns, field as MovedField)) as MovedField[];
  for (const [nr, field] of fields.entries()) {
    const isTaken = fields.slice(0, nr).some((other) => columns[other] === columns[field]);
    if (isTaken) problems[field] = 'taken';
  }
  if (!namesMembers(columns)) problems.email = 'who';
  else if (emailsGiven === false && byOf(columns) === 'email') problems.email = 'no-emails';
  if (bringsNothing(columns)) problems.points = 'nothing';
  for (const field of doubled) if (columns[field] === undefined) problems[field] = 'two';
  return problems;
}

/** Of each column what it is. */
export function fieldsOf(columns: Columns, count: number): (MovedField | null)[] {
  const by = byOf(columns);
  const used = (Object.keys(columns) as MovedField[]).filter((field) => field !== 'email' || by === field);
  return Array.from({ length: count }, (_, place) => used.find((field) => columns[field] === place) ?? null);
}
