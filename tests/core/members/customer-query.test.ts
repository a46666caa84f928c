import { expect, it } from 'vitest';
import { customerQuery } from '#app/shopify/members/customer-search.ts';

it.each([
  ['Anna', 'anna*'],
  ['  anna   BYR ', 'anna* byr*'],
  ['Tomás', 'tomás*'],
  ['anna@example.com', 'email:anna@example.com*'],
  ["O'Brien", String.raw`o\'brien*`],
  ['anna OR jonas', 'anna* or* jonas*'],
  ['-anna', 'anna*'],
  ['state:enabled', String.raw`state\:enabled*`],
  ['(anna) "b', String.raw`\(anna\)* \"b*`],
  ['a*n*', 'an*'],
])('%s is looked for as %s', (typed, query) => {
  expect(customerQuery(typed)).toBe(query);
});

it.each(['', '  ', '*', '- *'])('"%s" looks for nobody', (typed) => {
  expect(customerQuery(typed)).toBeNull();
});
