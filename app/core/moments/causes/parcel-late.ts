import { addDays } from '../../values/days.ts';
import { declareCause } from './cause-kind.ts';

/** One gift for parcels that are late together. */
const QUIET_DAYS = 90;

/** Past the day that was promised, and not there yet. What no carrier told is unknown, and never late. */
export const parcelLate = declareCause({
  key: 'parcel-late',
  fields: { days: { type: 'number', least: 1, most: 30, first: 2 } },
  foretold: false,
  needsNoOffer: false,
  words: [],
  first: { points: 50, openDays: 30 },
  lateDays: 14,
  needs: ['orders'],
  occurrences: ({ days }, { orders }, { given }) => {
    const last = given
      .map(({ on }) => on)
      .sort()
      .at(-1);
    const due = orders
      .flatMap(({ orderId, promisedOn, deliveredOn, unread }) => {
        if (promisedOn === null) return [];
        const on = addDays(promisedOn, days);
        const came = deliveredOn !== null && deliveredOn <= on;
        return came ? [] : [{ name: orderId, orderId, on, ...(unread && { waits: true as const }) }];
      })
      .filter(({ on }) => last === undefined || on > addDays(last, QUIET_DAYS))
      .sort((a, b) => (a.on < b.on ? -1 : 1));
    return due.slice(0, 1);
  },
});
