// "Your points come back within about an hour": a code that nobody used is taken out of the world first. What Shopify's job
// says of a deletion proves nothing, and neither does its count of uses; a look for the code does. Checkouts that were under way
// when it went may still become orders, and are waited for before the points come back.

/** A checkout under way may end so long after the code is gone, and Shopify's search tells of it so much later. */
const CHECKOUT_MS = 15 * 60_000;
export const SEARCH_MS = 5 * 60_000;
const GONE_WAIT_MS = CHECKOUT_MS + SEARCH_MS;

export const SOON_MS = 30_000;
/** One look sees that Shopify does what it is asked again, one that it did: twice this and the wait are within half an hour. */
const LATEST_MS = 3 * 60_000;
/** What hasn't moved for so long is looked at more seldom. */
const LONG_MS = 24 * 60 * 60_000;
const SELDOM_MS = 15 * 60_000;

/** Times are the database's. */
export type ReleaseState = {
  now: Date;
  releasingSince: Date;
  goneSince: Date | null;
  /** Whether Shopify, asked now, has the code under a discount of ours. */
  there: boolean;
  /** A batch whose end isn't known may still make it. */
  openBatch: boolean;
  /** Every order updated before it is stored. */
  reconciledThrough: Date;
};

export type ReleaseStep =
  /** Shopify is asked to delete the code. */
  | { step: 'delete'; lookAt: Date }
  | { step: 'wait'; lookAt: Date; goneSince: Date | null; reconcile: boolean }
  | { step: 'release' };

/** The next look at something that should have happened: soon, and less and less often. */
export function nextLook(now: Date, since: Date): Date {
  const waited = now.getTime() - since.getTime();
  const latest = waited > LONG_MS ? SELDOM_MS : LATEST_MS;
  return new Date(now.getTime() + Math.min(Math.max(waited / 4, SOON_MS), latest));
}

export function decideRelease(state: ReleaseState): ReleaseStep {
  const { now, releasingSince, goneSince, there, openBatch, reconciledThrough } = state;
  const later = nextLook(now, releasingSince);
  // What was gone and is there again begins anew.
  if (there) return { step: 'delete', lookAt: later };
  if (openBatch) return { step: 'wait', lookAt: later, goneSince: null, reconcile: false };
  if (goneSince === null) {
    return { step: 'wait', lookAt: new Date(now.getTime() + GONE_WAIT_MS), goneSince: now, reconcile: false };
  }
  const enough = new Date(goneSince.getTime() + GONE_WAIT_MS);
  if (reconciledThrough >= enough) return { step: 'release' };
  const lookAt = now < enough ? enough : new Date(now.getTime() + SOON_MS);
  return { step: 'wait', lookAt, goneSince, reconcile: now >= enough };
}

type Waiting = Pick<ReleaseState, 'now' | 'goneSince' | 'reconciledThrough'>;

/** Whether Shopify is worth asking: meanwhile only the clock and a reconciliation bring it on. */
export function needsLook({ now, goneSince, reconciledThrough }: Waiting): boolean {
  if (goneSince === null) return true;
  const enough = new Date(goneSince.getTime() + GONE_WAIT_MS);
  return now >= enough && reconciledThrough >= enough;
}

/** What was asked of Shopify, and nobody heard of, is done within so long, or never. */
export const ANSWER_MS = 5 * 60_000;

/** Whether a discount that Shopify was asked for, and doesn't show, may still come. */
export function isOnItsWay(
  { discountId, askedAt }: { discountId: string | null; askedAt: Date | null },
  now: Date,
): boolean {
  return discountId === null && askedAt !== null && now.getTime() - askedAt.getTime() < ANSWER_MS;
}
