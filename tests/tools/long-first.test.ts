import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { LONG } from './long-first.ts';

test('files that go first are there', () => {
  const root = path.resolve(import.meta.dirname, '../..');
  expect(LONG.filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
});
