import { declareCause } from './cause-kind.ts';
import { YEARLY_FIELDS, yearlyOccurrences } from './yearly.ts';

export const birthday = declareCause({
  key: 'birthday',
  fields: YEARLY_FIELDS,
  foretold: true,
  needsNoOffer: false,
  words: [],
  first: { points: 50, openDays: 30 },
  lateDays: 0,
  needs: [],
  occurrences: (when, { birthday: told }, look) =>
    told ? yearlyOccurrences(when, { date: told, setOn: told.setOn, afterYear: -Infinity }, look) : [],
});
