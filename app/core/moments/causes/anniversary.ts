import { monthDayOf, yearOf } from '../calendar.ts';
import { declareCause } from './cause-kind.ts';
import { YEARLY_FIELDS, yearlyOccurrences } from './yearly.ts';

/** The day of joining, a year later for the first time. Nobody tells it, so nothing waits. */
export const anniversary = declareCause({
  key: 'anniversary',
  fields: { daysBefore: YEARLY_FIELDS.daysBefore, daysAfter: { ...YEARLY_FIELDS.daysAfter, first: 7 } },
  foretold: true,
  needsNoOffer: false,
  words: [],
  first: { points: 50, openDays: 30 },
  lateDays: 0,
  needs: [],
  occurrences: (when, { joinedOn }, look) => {
    const told = { date: monthDayOf(joinedOn), setOn: null, afterYear: yearOf(joinedOn) };
    return yearlyOccurrences({ ...when, waitDays: 0 }, told, look);
  },
});
