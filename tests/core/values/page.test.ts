import { expect, test } from 'vitest';
import { page } from '#app/core/values/page.ts';

test.each([
  ['the list’s beginning', [1, 2, 3], null, { shown: [1, 2], hasPrevious: false, hasNext: true }],
  ['a list of one page', [1, 2], null, { shown: [1, 2], hasPrevious: false, hasNext: false }],
  ['a page after a place', [3, 4, 5], 'after', { shown: [3, 4], hasPrevious: true, hasNext: true }],
  ['the last page', [5], 'after', { shown: [5], hasPrevious: true, hasNext: false }],
  ['a page before a place', [2, 3, 4], 'before', { shown: [3, 4], hasPrevious: true, hasNext: true }],
  ['the way back to the beginning', [1, 2], 'before', { shown: [1, 2], hasPrevious: false, hasNext: true }],
] as const)('%s says what it shows, and whether there is more on either side', (_what, rows, side, says) => {
  expect(page(rows, 2, side)).toEqual(says);
});
