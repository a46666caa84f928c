import { expect, it } from 'vitest';
import { whySetAside, type SetAsideStep, type SetAsideWhy } from '#app/core/orders/set-aside.ts';

it.each<[SetAsideStep, string, SetAsideWhy]>([
  ['read', 'admin-refused', 'unreadable'],
  ['read', 'ZodError at app/shopify/x.ts:3', 'unreadable'],
  ['apply', 'admin-refused', 'untold'],
  ['apply', 'database 22003', 'uncountable'],
  ['apply', 'TypeError', 'uncountable'],
])('C89 what failed while it was to %s (%s) is %s to a merchant', (step, reason, why) => {
  expect(whySetAside(step, reason)).toBe(why);
});
