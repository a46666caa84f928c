// Whether points of past orders are still with somebody: who brings balances in besides is told.
import { expect, it } from 'vitest';
import { givenOn } from '#app/core/past-orders/given-on.ts';

it.each([
  ['awarded', null, 0, '2026-11-20'],
  ['settling-awards', null, 0, '2026-11-20'],
  ['stopped', 'undoing', 0, '2026-11-20'],
  ['undone', null, 3, '2026-11-20'],
  ['undone', null, 0, null],
  ['counted', null, 0, null],
  ['stopped', 'reading', 0, null],
] as const)('C68 past orders that are %s, and go on with %s', (step, goesOnWith, spentMembers, day) => {
  expect(givenOn({ step, goesOnWith, awardedOn: '2026-11-20', spentMembers })).toBe(day);
});
