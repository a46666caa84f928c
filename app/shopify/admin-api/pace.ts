// How many equal calls a shop's bucket pays for, and how long to wait before they are made: as fast as it gains points, and never down
// to its ground, because a page, a reward's code or an order is asked for meanwhile.
import type { Cost } from '#app/errors.ts';

/** Points that others find there: what the dearest question costs that Shopify answers at all. */
const LEFT = 1_000;
/**
 * Of what the bucket gains while it holds less: so it fills up for a dear question, which would wait for ever beside cheap ones. On the
 * smallest plan one of 200 points is paid for within the fifteen seconds that whoever asks it waits.
 */
const SHARE = 0.85;
/** An answer, and what is read and marked around it, take about as long. */
const ROUND_MS = 150;

/** `calls` at once, because each alone takes as long as the net does. */
export type Pace = { calls: number; waitMs: number };

/**
 * One call, at once, where Shopify doesn't say.
 * @param cost of a call before
 * @param tookMs what has gone by since the calls before were begun
 */
export function paceAfter(cost: Cost | null, most: number, tookMs: number): Pace {
  if (!cost || cost.requested <= 0) return { calls: 1, waitMs: 0 };
  const { requested, available, capacity = Infinity, restoreRate } = cost;
  const held = Math.floor((available - Math.min(LEFT, capacity / 2)) / requested);
  if (held >= 1) return { calls: Math.min(most, held), waitMs: 0 };
  const perMs = restoreRate / 1_000;
  const calls = Math.max(1, Math.min(most, Math.floor((SHARE * perMs * ROUND_MS) / requested)));
  const points = calls * requested;
  const untilPaidMs = (points - available) / perMs;
  const untilDueMs = points / (SHARE * perMs) - tookMs;
  return { calls, waitMs: Math.max(0, Math.ceil(untilPaidMs), Math.ceil(untilDueMs)) };
}
