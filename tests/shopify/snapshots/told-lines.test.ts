import { expect, it } from 'vitest';
import { z } from 'zod';
import { lineItem, plainLines } from '#app/shopify/snapshots/told-lines.ts';

const money = { shop_money: { amount: '12.50' }, presentment_money: { amount: '13.00' } };
const line = {
  admin_graphql_api_id: 'gid://shopify/LineItem/1',
  product_id: 7,
  variant_id: '8',
  quantity: 2,
  current_quantity: 1,
  price_set: money,
  discount_allocations: [{ amount_set: money, discount_application_index: 0 }],
  tax_lines: [{ price_set: money }],
  gift_card: false,
  requires_shipping: true,
  sales_line_item_group_id: null,
};

const ODD = [
  undefined,
  null,
  '',
  'a',
  '1.',
  '-1.5',
  '1e3',
  -1,
  0.5,
  2 ** 60,
  Infinity,
  NaN,
  true,
  [],
  [[]],
  {},
];

/** Copies of a value in which one place, at any depth, is something odd. */
function oddOnes(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return ODD;
  const places = Object.entries(value).flatMap(([key, part]) =>
    oddOnes(part).map((odd) =>
      Array.isArray(value) ? value.with(Number(key), odd) : { ...value, [key]: odd },
    ),
  );
  return [...ODD, ...places];
}

it('what the check by hand takes of a line, the schema takes as well', () => {
  const schema = z.array(lineItem);
  const lists = [[line], [line, line], ...oddOnes([line])];
  expect(lists.length).toBeGreaterThan(300);
  const laxer = lists.filter((list) => plainLines.safeParse(list).success && !schema.safeParse(list).success);
  expect(laxer).toEqual([]);
});

it('an ordinary line goes by the check by hand', () => {
  const lists = [[line], [], [{ ...line, product_id: undefined, requires_shipping: null, unknown: {} }]];
  expect(lists.map((list) => plainLines.safeParse(list).success)).toEqual([true, true, true]);
});
