import { expect, test } from 'vitest';
import { digitsIn, foldName, possibleNames } from '#app/core/order-answers/asked-name.ts';

test.each([
  ['1042', '#1001', ['#1042', '1042']],
  ['#1042', '#1001', ['#1042', '1042']],
  [' # 1042 ', null, ['#1042', '1042']],
  ['1042', 'EN-1001/FR', ['EN-1042/FR', '1042', '#1042']],
  ['en-1042/fr', 'EN-1001/FR', ['EN-1042/FR', '#EN-1042/FR', 'en-1042/fr', '#en-1042/fr']],
  ['１０４２', '#1001', ['#1042', '1042']],
  ['10\u200b42\u0000', '#1001', ['#1042', '1042']],
  ['', '#1001', []],
  ['#', '#1001', []],
  [' \u202e ', '#1001', []],
])('%j in a shop whose orders are called %j may be %j', (typed, sample, names) => {
  expect(possibleNames(typed, sample)).toEqual(names);
});

test('names are compared without case, blanks and what nobody sees', () => {
  expect(foldName(' EN 1042\u0007 ')).toBe('en1042');
  expect(digitsIn('EN-1042-B')).toBe('1042');
  expect(digitsIn('<b>')).toBe('');
});
