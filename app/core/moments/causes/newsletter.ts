import { declareCause } from './cause-kind.ts';

/** Who says yes to the shop's mails: once, and never taken back, whatever they say later. */
export const newsletter = declareCause({
  key: 'newsletter',
  fields: {},
  foretold: true,
  needsNoOffer: false,
  words: [],
  first: { points: 30, openDays: 30 },
  lateDays: 60,
  needs: [],
  occurrences: (_when, { newsletterOn }) => (newsletterOn === null ? [] : [{ name: '1', on: newsletterOn }]),
});
