// S-85: what the statement of personal data tells is what the database stores about people.
import { expect, test } from 'vitest';
import { PERSONAL_FACTS } from '#app/core/terms/personal-facts.ts';
import { pool } from '#app/db/pool.server.ts';
import { TABLES } from '#app/db/shop/tables.ts';
import { TOLD_COLUMNS } from '#app/db/terms/told-columns.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const aboutPeople = Object.entries(TABLES).flatMap(([name, { person }]) => (person ? [name] : []));

test('S-85 every table about people is told, and no other', () => {
  expect(Object.keys(TOLD_COLUMNS).sort()).toEqual(aboutPeople.sort());
});

test('S-85 every column of them is told once', async () => {
  const { rows } = await pool().query<{ name: string; columns: string[] }>(
    `select table_name as name, array_agg(column_name::text order by column_name::text) as columns
     from information_schema.columns where table_schema = 'public' and table_name = any($1) group by 1 order by 1`,
    [aboutPeople],
  );
  const stored = Object.fromEntries(rows.map(({ name, columns }) => [name, [...columns].sort()]));
  const told = Object.entries(TOLD_COLUMNS).map(([name, facts]) => {
    return [
      name,
      Object.values(facts)
        .flatMap((columns) => columns.split(' '))
        .sort(),
    ] as const;
  });
  expect(Object.fromEntries(told)).toEqual(stored);
});

test('S-85 nothing is told that isn’t stored', () => {
  const facts = new Set(Object.values(TOLD_COLUMNS).flatMap((columns) => Object.keys(columns)));
  expect([...facts].sort()).toEqual([...PERSONAL_FACTS].sort());
});
