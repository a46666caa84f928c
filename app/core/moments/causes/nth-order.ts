import { declareCause } from './cause-kind.ts';

/**
 * The third order, or every third: of the orders that are kept, and after those that Shopify counts from before. Its count is waited for;
 * where it refuses to say, nobody is taken for an old customer.
 */
export const nthOrder = declareCause({
  key: 'nth-order',
  fields: { n: { type: 'number', least: 1, most: 100, first: 3 }, every: { type: 'switch', first: false } },
  foretold: true,
  needsNoOffer: false,
  words: [],
  first: { points: 50, openDays: 30 },
  lateDays: 180,
  needs: ['orders'],
  occurrences: ({ n, every }, { orders, keptBefore, boughtBefore }) =>
    orders.flatMap(({ day }, index) => {
      const number = (boughtBefore ?? 0) + keptBefore + index + 1;
      const waits = boughtBefore === null;
      const isIt = every ? number % n === 0 : number === n;
      return isIt ? [{ name: String(number), on: day, ...(waits && { waits }) }] : [];
    }),
});
