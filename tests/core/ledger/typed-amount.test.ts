import { expect, test } from 'vitest';
import { typedAmount } from '#app/core/ledger/typed-amount.ts';

test.each([
  ['1000', 1_000],
  [' 7 ', 7],
  ['1 000', 1_000],
  ['1,000', 1_000],
  ['1.000.000', 1_000_000],
  ['1\u202f000', 1_000],
  ['1\u00a0000', 1_000],
])('%j is as good as a plain number', (typed, amount) => {
  expect([typedAmount('add', typed), typedAmount('remove', typed)]).toEqual([amount, -amount]);
});

test.each(['', '-5', '+5', '1.5', '1e3', '1,00', 'ten', '0x10'])('%j is no number', (typed) => {
  expect(typedAmount('add', typed)).toBeNaN();
});
