import { declareCause } from './cause-kind.ts';

export const joined = declareCause({
  key: 'joined',
  fields: {},
  foretold: true,
  needsNoOffer: false,
  words: [],
  first: { points: 20, openDays: 30 },
  lateDays: 60,
  needs: [],
  occurrences: (_when, { joinedOn }) => [{ name: '1', on: joinedOn }],
});
