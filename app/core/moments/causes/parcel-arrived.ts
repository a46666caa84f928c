import { addDays } from '../../values/days.ts';
import { declareCause } from './cause-kind.ts';

/** Some days after the last parcel of an order came: advice on how to use it, with a gift or without. */
export const parcelArrived = declareCause({
  key: 'parcel-arrived',
  fields: { days: { type: 'number', least: 0, most: 60, first: 3 } },
  foretold: true,
  needsNoOffer: true,
  words: ['advice'],
  first: { points: 20, openDays: 30 },
  lateDays: 30,
  needs: ['orders'],
  occurrences: ({ days }, { orders }) =>
    orders.flatMap(({ orderId, deliveredOn }) =>
      deliveredOn === null ? [] : [{ name: orderId, orderId, on: addDays(deliveredOn, days) }],
    ),
});
