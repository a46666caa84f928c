// "An order that can't be counted waits by itself": it holds up no other, and is tried again after minutes, then hours,
// then once a day, for as long as it takes.

/** What couldn't be done with the order: the ledger couldn't follow it, or Shopify couldn't tell it. */
export type SetAsideStep = 'apply' | 'read';

const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;

/** Seconds until the next try, by how often it was tried; after the last of them once a day. */
export const TRY_AGAIN_SECONDS: readonly number[] = [
  2 * MINUTE_S,
  10 * MINUTE_S,
  HOUR_S,
  6 * HOUR_S,
  24 * HOUR_S,
];
