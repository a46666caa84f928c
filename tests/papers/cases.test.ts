// CASES.md and the names of the tests tell the same: what is tested, and what isn't yet.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const STATE = /^(tested(; parts? [\d, and]+)?|parts? [\d, and]+|later)$/;

function codeIn(...folders: string[]): { file: string; text: string }[] {
  return folders
    .flatMap((folder) =>
      readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
        path.join(folder, file),
      ),
    )
    .filter((file) => /\.(tsx?|mjs)$/.test(file))
    .map((file) => ({ file, text: readFileSync(path.join(ROOT, file), 'utf8') }));
}

const rows = readFileSync(path.join(ROOT, 'tests/CASES.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| C\d+ /.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, id = '', told = '', state = '']) => ({ id, told, state }));

const listed = new Set(rows.map(({ id }) => id));
const tests = codeIn('tests');

/** Ids at the start of a name, of a row in a table of cases, or of a state: `C50 C78 a free unit …`, `cart: C70 …`. */
const named = new Set(
  tests
    .flatMap(({ text }) => [...text.matchAll(/['"`](?:[a-z]+: )?((?:C\d{2,3} )+)\S/g)])
    .flatMap(([, ids = '']) => ids.trim().split(' ')),
);

test('each case has one line, with what it is and where it stands', () => {
  expect(rows.length).toBeGreaterThan(100);
  expect(listed.size).toBe(rows.length);
  expect(rows.filter(({ told, state }) => told === '' || !STATE.test(state))).toEqual([]);
});

test('a case called tested has a test of its name', () => {
  const tested = rows.filter(({ state }) => state.startsWith('tested'));
  expect(tested.filter(({ id }) => !named.has(id))).toEqual([]);
});

test('a case that waits has no test yet: with its first one it is called tested', () => {
  const waiting = rows.filter(({ state }) => !state.startsWith('tested'));
  expect(waiting.filter(({ id }) => named.has(id))).toEqual([]);
});

test('a test’s name has no id without a line', () => {
  expect([...named].filter((id) => !listed.has(id))).toEqual([]);
});

test('a comment that names a case names one of the list', () => {
  const told = [
    ...tests,
    ...codeIn('app', 'extensions/loyalty-discount/src', 'extensions/loyalty-vouchers/src'),
  ].flatMap(({ file, text }) =>
    [...text.matchAll(/^\s*(?:\/\/|\/?\*).*$/gm)].flatMap(([comment]) =>
      [...comment.matchAll(/\bC\d{2,3}\b/g)].map(([id]) => ({ file, id })),
    ),
  );
  expect(told.length).toBeGreaterThan(0);
  expect(told.filter(({ id }) => !listed.has(id))).toEqual([]);
});
