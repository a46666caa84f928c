// Is all well between the shop and us? Five facts, each with what it means; what to do stands beside it on the screen.

export type HealthFacts = {
  /** When webhooks last told of an order; null before the first. */
  heardAt: Date | null;
  /** Since when the shop's oldest job that is due has waited; null when none waits. */
  waitingSince: Date | null;
  /** Members whose change Shopify doesn't show yet, counted up to MOST_UNSYNCED. */
  unsynced: number;
  /** Shopify refused our token for good; only opening the app brings another. */
  needsReopenSince: Date | null;
  /** Every order updated before is known. */
  reconciledThrough: Date;
};

export type HealthState = 'good' | 'waiting' | 'late';
export type HealthItem = 'webhooks' | 'queue' | 'sync' | 'token' | 'reconciliation';
export type Health = Record<HealthItem, HealthState>;

/** Counting further would only take time: more are "more than". */
export const MOST_UNSYNCED = 1_000;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Jobs take seconds. */
const QUEUE_LATE_MS = 10 * MINUTE_MS;
/** It runs every hour; twice it may fail without a word. */
const RECONCILIATION_LATE_MS = 3 * HOUR_MS;
/** A shop that sells nothing for a week is rare enough to say so. */
const WEBHOOKS_LATE_MS = 7 * 24 * HOUR_MS;

export function healthOf(facts: HealthFacts, now: Date): Health {
  const since = (at: Date) => now.getTime() - at.getTime();
  const queueLate = facts.waitingSince !== null && since(facts.waitingSince) > QUEUE_LATE_MS;
  return {
    webhooks: !facts.heardAt ? 'waiting' : since(facts.heardAt) > WEBHOOKS_LATE_MS ? 'late' : 'good',
    queue: queueLate ? 'late' : facts.waitingSince ? 'waiting' : 'good',
    // Sync follows the queue: members that wait are late only once its jobs are.
    sync: facts.unsynced === 0 ? 'good' : queueLate || facts.needsReopenSince ? 'late' : 'waiting',
    token: facts.needsReopenSince ? 'late' : 'good',
    reconciliation: since(facts.reconciledThrough) > RECONCILIATION_LATE_MS ? 'late' : 'good',
  };
}
