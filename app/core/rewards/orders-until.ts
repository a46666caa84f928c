// "A usual customer has it after four orders."
import { wholeSteps } from '../values/money.ts';
import type { Earning } from './gives-back.ts';

/** Null where nobody knows a usual order, or where it earns nothing. */
export function ordersUntil(
  cost: number,
  { earn, pointsOff }: Earning,
  usualOrderMinor: number | null,
): number | null {
  if (usualOrderMinor === null || pointsOff) return null;
  const ofOrder = wholeSteps(usualOrderMinor, earn.perMinor) * earn.points;
  return ofOrder === 0 ? null : Math.ceil(cost / ofOrder);
}
