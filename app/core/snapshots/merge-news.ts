// The newest of several tellings of one order counts: by Shopify's `updated_at`, and where two bear the same
// second, by a fixed order (more refunds, then the hash), so that the outcome never depends on who came first.
import { isPaid, type OrderSnapshot } from './order-snapshot.ts';

/** `text` is the snapshot's JSON, as it was hashed and will be stored. */
export type HashedSnapshot = { snapshot: OrderSnapshot; text: string; hash: string };

/** `at` is the snapshot's `updated_at`. */
export type NamedCustomer = { customerId: string; at: string };

/** The news of one order in one batch of webhooks. */
export type OrderTelling = {
  newest: HashedSnapshot | null;
  paid: HashedSnapshot | null;
  /** The customer of the newest snapshot that names one. */
  named: NamedCustomer | null;
  deleted: boolean;
  deletionHinted: boolean;
  hintedRefundId: string | null;
  /** Two different snapshots of one second: Shopify must be asked. */
  tied: boolean;
};

export const NOTHING_TOLD: OrderTelling = {
  newest: null,
  paid: null,
  named: null,
  deleted: false,
  deletionHinted: false,
  hintedRefundId: null,
  tied: false,
};

function isNewer(a: HashedSnapshot, b: HashedSnapshot): boolean {
  if (a.snapshot.updatedAt !== b.snapshot.updatedAt) return a.snapshot.updatedAt > b.snapshot.updatedAt;
  const refunds = a.snapshot.refunds.length - b.snapshot.refunds.length;
  return refunds !== 0 ? refunds > 0 : a.hash > b.hash;
}

function newerOf(a: HashedSnapshot | null, b: HashedSnapshot | null): HashedSnapshot | null {
  if (!a || !b) return a ?? b;
  return isNewer(b, a) ? b : a;
}

/** An id that is none, or that no column holds, names nobody: the order itself is refused where it is applied. */
const CUSTOMER_ID = /^\d{1,18}$/;

/** Two of one second: the higher id, whoever came first. */
function newerNamed(before: NamedCustomer | null, { snapshot }: HashedSnapshot): NamedCustomer | null {
  const { customerId, updatedAt: at } = snapshot;
  if (customerId === null || !CUSTOMER_ID.test(customerId)) return before;
  if (before && (before.at > at || (before.at === at && BigInt(before.customerId) >= BigInt(customerId)))) {
    return before;
  }
  return { customerId, at };
}

/** Somebody was named before, and the newest snapshot names nobody: taken off the order by the merchant, or gone. */
export function isLost({ newest, named }: OrderTelling): boolean {
  return newest !== null && newest.snapshot.customerId === null && named !== null;
}

function isTied(telling: OrderTelling, told: HashedSnapshot): boolean {
  const { newest, tied } = telling;
  if (!newest || told.snapshot.updatedAt > newest.snapshot.updatedAt) return false;
  return tied || (told.snapshot.updatedAt === newest.snapshot.updatedAt && told.hash !== newest.hash);
}

/** Adds one snapshot to what was told. The result depends only on the set of snapshots. */
export function tellSnapshot(telling: OrderTelling, told: HashedSnapshot): OrderTelling {
  return {
    ...telling,
    newest: newerOf(telling.newest, told),
    paid: isPaid(told.snapshot) ? newerOf(telling.paid, told) : telling.paid,
    named: newerNamed(telling.named, told),
    tied: isTied(telling, told),
  };
}
