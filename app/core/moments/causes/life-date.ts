import { declareCause } from './cause-kind.ts';
import { YEARLY_FIELDS, yearlyOccurrences } from './yearly.ts';

/** A day that shoppers tell under the name that the merchant gives it: a wedding, moving in. */
export const lifeDate = declareCause({
  key: 'life-date',
  fields: { ...YEARLY_FIELDS, yearly: { type: 'switch', first: true } },
  foretold: true,
  needsNoOffer: false,
  words: ['consent'],
  asksDate: true,
  first: { points: 50, openDays: 30 },
  lateDays: 0,
  needs: [],
  occurrences: (when, { lifeDates }, look) => {
    const told = lifeDates[look.key];
    if (!told || (!when.yearly && look.given.length > 0)) return [];
    // Nothing is celebrated before it was, where the year is told.
    const afterYear = told.year === null ? -Infinity : told.year - 1;
    const found = yearlyOccurrences(when, { date: told, setOn: told.setOn, afterYear }, look);
    return when.yearly ? found : found.filter(({ name }) => told.year === null || Number(name) === told.year);
  },
});
