// "An order that can't be counted waits by itself": it holds up no other, and is tried again after minutes, then hours,
// then once a day, for as long as it takes.

/** What couldn't be done with the order: the ledger couldn't follow it, or Shopify couldn't tell it. */
export type SetAsideStep = 'apply' | 'read';

/** Why, as far as it concerns a merchant: Shopify tells it in a way we can't read, or not all of it; or our rules failed. */
export type SetAsideWhy = 'unreadable' | 'untold' | 'uncountable';

/** @param reason as it is kept for support: a failure of Shopify's bears its code */
export function whySetAside(step: SetAsideStep, reason: string): SetAsideWhy {
  if (step === 'read') return 'unreadable';
  return reason.startsWith('admin-') ? 'untold' : 'uncountable';
}

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
