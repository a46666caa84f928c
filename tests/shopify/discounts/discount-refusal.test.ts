import { expect, test } from 'vitest';
import { discountProblem } from '#app/shopify/discounts/discount-refusal.ts';

test.each([
  [
    'functionHandle',
    'Shop must be on a Shopify Plus plan to activate functions …',
    null,
    'functions-not-available',
  ],
  ['functionHandle', 'Function loyalty-discount not found.', 'INVALID', 'function-missing'],
  ['base', 'Too many', 'MAX_APP_DISCOUNTS', 'too-many-discounts'],
  ['title', 'Title must be unique for automatic discount', 'TAKEN', 'title-taken'],
  ['combinesWith', 'is not supported with these settings', 'INVALID', 'refused'],
])('Shopify’s refusal of %s (%s) is told apart', (name, message, code, problem) => {
  expect(discountProblem({ field: ['automaticAppDiscount', name], message, code })).toBe(problem);
});
