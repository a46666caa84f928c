// Shopify's count says that a code was used, and no order that we know does. A reconciliation comes first, then the order is looked
// for by the code. The count itself moves no points: an order that was deleted, or lost its code, before anybody told of it never
// comes, and neither would they.
import { SEARCH_MS, SOON_MS } from './decide-release.ts';

/** Apps may read orders of the last 60 days: of what is nearly as old, an empty answer says nothing. */
const REACH_MS = 50 * 24 * 60 * 60_000;

/** Times are the database's. */
type ShownUse = {
  now: Date;
  shownUsedAt: Date;
  /** Every order updated before it is stored. */
  reconciledThrough: Date;
};

type ShownUseStep = { step: 'wait'; lookAt: Date; reconcile: boolean } | { step: 'look' };

export function decideShownUse({ now, shownUsedAt, reconciledThrough }: ShownUse): ShownUseStep {
  const enough = new Date(shownUsedAt.getTime() + SEARCH_MS);
  if (reconciledThrough >= enough) return { step: 'look' };
  if (now < enough) return { step: 'wait', lookAt: enough, reconcile: false };
  return { step: 'wait', lookAt: new Date(now.getTime() + SOON_MS), reconcile: true };
}

type Reach = {
  now: Date;
  /** The use, if there is one, came after it. */
  usedAfter: Date;
  /** The shop lets the app read orders of any age. */
  allOrders: boolean;
};

/** Whether Shopify would still show an order that used the code. */
export function isWithinReach({ now, usedAfter, allOrders }: Reach): boolean {
  return allOrders || usedAfter.getTime() > now.getTime() - REACH_MS;
}
