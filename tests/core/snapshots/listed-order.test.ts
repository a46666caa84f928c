import { expect, it } from 'vitest';
import { isNews } from '#app/core/snapshots/listed-order.ts';

const at = (second: number) => new Date(Date.UTC(2026, 10, 27, 9, 0, second));
const listed = { orderId: '1', updatedAt: at(5), cancelled: false, status: 'paid' };

it.each([
  ['one that nobody told', listed, undefined, true],
  ['a later change', listed, { ...listed, updatedAt: at(4) }, true],
  ['what is known', listed, { ...listed }, false],
  ['cancelled within the second', { ...listed, cancelled: true }, { ...listed }, true],
  ['paid within the second', listed, { ...listed, status: 'pending' }, true],
  ['a listing that runs behind', { ...listed, cancelled: true }, { ...listed, updatedAt: at(6) }, false],
])('%s', (_, one, known, expected) => {
  expect(isNews(one, known)).toBe(expected);
});
