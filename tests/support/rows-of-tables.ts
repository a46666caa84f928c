// The rows that the list of tables (app/db/shop/tables.ts) means: of a shop, of one person.
import pg from 'pg';
import { TABLES, type Table } from '#app/db/shop/tables.ts';
import { pool } from '#app/db/pool.server.ts';
import type { TestShop } from './shops.ts';

export type TestPerson = { memberId: string; customerId: string };

export const TABLE_NAMES = Object.keys(TABLES).sort();

export const PEOPLE = Object.entries(TABLES).flatMap(([table, { person }]) =>
  person ? [{ table, ...person }] : [],
);

function where(condition: string, one: number | string, two: string): string {
  const literal = (value: number | string) => pg.escapeLiteral(String(value));
  return condition.replaceAll('$1', literal(one)).replaceAll('$2', literal(two));
}

async function textsWhere(table: string, condition: string): Promise<string[]> {
  const { rows } = await pool().query<{ text: string }>(
    `select t::text as text from "${table}" t where ${condition} order by 1`,
  );
  return rows.map(({ text }) => text);
}

/** Each row of a shop as text. */
export function rowsOfShop(shop: TestShop, table: string): Promise<string[]> {
  const { rows } = TABLES[table] as Table;
  return textsWhere(table, where(rows, shop.id, shop.domain));
}

export function rowsOfPerson(person: TestPerson, rows: string, table: string): Promise<string[]> {
  return textsWhere(table, where(rows, person.memberId, person.customerId));
}

/** The number of rows in each table of people. */
export async function countsOfPerson(person: TestPerson): Promise<Record<string, number>> {
  const counts = PEOPLE.map(async ({ table, rows }) => {
    return [table, (await rowsOfPerson(person, rows, table)).length] as const;
  });
  return Object.fromEntries(await Promise.all(counts));
}
