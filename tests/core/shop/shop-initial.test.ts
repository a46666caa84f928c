import { expect, it } from 'vitest';
import { shopInitial } from '#app/core/shop/shop-initial.ts';

it.each([
  ['  north bakery', 'N'],
  ['Épicerie fine', 'É'],
  ['𝒜rt', '𝒜'],
  ['', 'S'],
  [null, 'S'],
])('a stamp bears the first letter of %j as %s', (name, letter) => {
  expect(shopInitial({ name, domain: 'sixth-coffee.myshopify.com' })).toBe(letter);
});
