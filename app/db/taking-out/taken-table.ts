// How a table of ours is taken out: as a file of the shop's, and as a list in one person's. Both are made from the same
// columns, so that whoever asks is told the same.
import type { TakenName } from '#app/core/taking-out/taken-names.ts';

/** What a value is, in either form. Ids are text: numbers of that size lose digits in programs. */
type Kind = 'id' | 'text' | 'number' | 'time' | 'day' | 'yes' | 'json';

export type TakenColumn = {
  name: string;
  kind: Kind;
  /** Of a row `t`. */
  sql: string;
  /**
   * The merchant's alone: who of the staff it was, or what another list of the person's file shows. The person's alone: what
   * stands before each row of the merchant's.
   */
  only?: 'merchant' | 'person';
  /** The columns of a spreadsheet in its place, given the keys of the shop's cards. */
  inCsv?: (cardKeys: readonly string[]) => readonly TakenColumn[];
};

/** A part of the key by which pages follow each other, and its type in the database. */
export type TakenKey = { sql: string; type: 'int' | 'bigint' | 'text' | 'timestamptz' | 'date' };

export type TakenTable = {
  name: TakenName;
  /** As the database calls it. */
  table: string;
  columns: readonly TakenColumn[];
  /** Of a member's rows, or of a shop's: one row each. */
  key: readonly TakenKey[];
  /** Where `t` comes from, if not from the table alone. */
  from?: string;
  /** The member's id of a row; null of what is about nobody. */
  member: string | null;
  /** Which of the rows the shop's file has. */
  where?: string;
  /** The order of a person's list; without it their file has none. */
  inPerson?: string;
  /** An index begins with the shop, so that counting costs little. */
  counted?: true;
};

const column =
  (kind: Kind) =>
  (name: string, sql = `t."${name}"`) => ({ name, kind, sql });

export const id = column('id');
export const text = column('text');
export const number = column('number');
export const time = column('time');
export const day = column('day');
export const yes = column('yes');
export const json = column('json');

export const forMerchant = (one: TakenColumn): TakenColumn => ({ ...one, only: 'merchant' });
export const forPerson = (one: TakenColumn): TakenColumn => ({ ...one, only: 'person' });

/** Rows of a table with `memberId`. */
export const OF_MEMBER = 't."memberId"';

export const fromOf = ({ from, table }: TakenTable): string => from ?? `"${table}" t`;
