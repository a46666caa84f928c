import { expect, test } from 'vitest';
import { filesNamed, type TestFile } from './test-files.ts';

const FILES: TestFile[] = [
  { path: 'tests/core/stamps/card-state.test.ts', project: 'pure' },
  { path: 'tests/browser/stamps-cart.test.ts', project: 'built' },
  { path: 'tests/db/points/lots.test.ts', project: 'database' },
];
const pathsNamed = (...names: string[]) => filesNamed(FILES, names).found.map(({ path }) => path);

test('a feature’s name finds its folders and its files, whatever their project', () => {
  expect(pathsNamed('stamps')).toEqual(FILES.slice(0, 2).map(({ path }) => path));
  expect(pathsNamed('Stamps')).toEqual(pathsNamed('stamps'));
});

test('a folder or a file can be named as the shell completes it', () => {
  expect(pathsNamed('tests/core/')).toEqual([FILES[0]?.path]);
  expect(pathsNamed('./tests/db/points/lots.test.ts')).toEqual([FILES[2]?.path]);
});

test('several names find what any of them finds, each file once', () => {
  expect(pathsNamed('stamps', 'cart', 'points')).toEqual(FILES.map(({ path }) => path));
});

test('the folder of all tests is no part of a path, or every name in “tests” would find all', () => {
  expect(pathsNamed('tests')).toEqual([]);
});

test('names that find nothing are told, beside those that do', () => {
  expect(filesNamed(FILES, ['points', 'rewards', 'tiers']).unknown).toEqual(['rewards', 'tiers']);
  expect(filesNamed(FILES, ['points']).unknown).toEqual([]);
});
