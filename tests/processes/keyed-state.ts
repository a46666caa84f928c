// What must be so whatever keys the app was given.
import type { KeyedApp } from './keyed-app.ts';

export const marked = ({ ask }: KeyedApp) =>
  ask('select domain from "Shop" where "needsReopenSince" is not null or "uninstalledAt" is not null');

/** Jobs that were begun more than once, or counted a failure. */
export const usedUp = ({ ask }: KeyedApp) =>
  ask('select key, attempts from graphile_worker.jobs where key is not null and attempts > 1');

/** Orders and members that the ledger or the storefront is behind of. */
export const behind = ({ ask }: KeyedApp) =>
  ask(`select "orderId"::text from "Order" where "appliedRevision" < revision or "needsRead"
    union all select id::text from "Member" where "syncedRev" < rev`);

/** Nothing waits, nobody is marked, no job was used up. */
export async function oweNothing(app: KeyedApp): Promise<boolean> {
  for (const find of [marked, usedUp, behind]) if ((await find(app)).length > 0) return false;
  return true;
}
