// How many equal calls a shop's bucket holds right now: so many are made at once, because each alone takes as long as the net does.
import type { Cost } from '#app/errors.ts';

/** One where Shopify doesn't say, or the bucket is empty: that one waits. @param cost of a call before */
export function callsAtOnce(cost: Cost | null, most: number): number {
  if (!cost || cost.requested <= 0) return 1;
  return Math.max(1, Math.min(most, Math.floor(cost.available / cost.requested)));
}
