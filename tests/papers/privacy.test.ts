// The page on privacy says of every table what it is for and when it ends, and of each number of days what is so.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { KEPT_DAYS } from '#app/core/shop/retention.ts';
import { TABLES } from '#app/db/shop/tables.ts';

const read = (file: string) => readFileSync(path.resolve(import.meta.dirname, '../..', file), 'utf8');
const page = read('app/docs/privacy.md');
const rows = page
  .split('\n')
  .filter((line) => /^\| `[A-Z]/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

test('each table of the schema has a line, and no other', () => {
  const models = [...read('prisma/schema.prisma').matchAll(/^model (\w+) \{/gm)].map(([, name = '']) => name);
  const told = rows.map(([name = '']) => name.replaceAll('`', ''));
  expect(told.sort()).toEqual(models.sort());
  expect(told).toEqual(Object.keys(TABLES).sort());
});

test('each line says what, of whom, why, and for how long', () => {
  expect(rows.filter((cells) => cells.length !== 5 || cells.includes(''))).toEqual([]);
});

test('tables about people say so', () => {
  const of = new Map(rows.map(([name = '', , whom = '']) => [name.replaceAll('`', ''), whom]));
  const aboutPeople = Object.entries(TABLES).filter(([, { person }]) => person !== null);
  const silent = aboutPeople.filter(([table]) => !/members|guests|shoppers/.test(of.get(table) ?? ''));
  expect(silent).toEqual([]);
});

test('each number of days that is kept stands on the page, and no other', () => {
  const told = new Set([...page.matchAll(/(\d+) days/g)].map(([, days]) => Number(days)));
  expect([...told].sort((a, b) => a - b)).toEqual(
    [...new Set(Object.values(KEPT_DAYS))].sort((a, b) => a - b),
  );
});

test('it links to files that are there', () => {
  const links = [...page.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link = '']) => link);
  expect(links.length).toBeGreaterThan(0);
  for (const link of links) expect(() => read(path.join('app/docs', link))).not.toThrow();
  for (const [, file = ''] of page.matchAll(/`(app\/[\w./-]+)`/g)) expect(() => read(file)).not.toThrow();
});
