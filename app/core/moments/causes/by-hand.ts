import { declareCause } from './cause-kind.ts';

/** By the merchant's hand, for a list of members: never due by itself. */
export const byHand = declareCause({
  key: 'by-hand',
  fields: {},
  foretold: false,
  needsNoOffer: false,
  words: [],
  first: { points: 50, openDays: 30 },
  lateDays: 0,
  needs: [],
  occurrences: () => [],
});
