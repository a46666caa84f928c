// A member whom Shopify refuses is tried again by itself, the longer the more often it was refused.

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const LONGEST_MS = 6 * 60 * MINUTE_MS;

/** @param refusals in a row, this one among them */
export function tryAgainAt(refusals: number, now: Date): Date {
  const waitMs = MINUTE_MS * 2 ** Math.min(refusals - 1, 10);
  return new Date(now.getTime() + Math.min(waitMs, LONGEST_MS));
}

/** A customer who is gone hardly ever comes back. */
export function askAgainAt(now: Date): Date {
  return new Date(now.getTime() + DAY_MS);
}
