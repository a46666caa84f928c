// Exchange and refresh rotate a shop's tokens, so two at once would kill each other's: one at a time per shop,
// over all processes.
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { now } from '#app/clock.server.ts';
import { AdminUnavailable } from '#app/errors.ts';

/** Longer than a holder ever needs: it asks Shopify once, ten seconds at most. */
const LEASE_MS = 30_000;
const POLL_MS = 40;
const POLLS = LEASE_MS / POLL_MS;

export type LeaseStore = {
  claim(shop: string, holder: string, now: Date, until: Date): Promise<boolean>;
  release(shop: string, holder: string): Promise<void>;
};

/** Runs `work` as the shop's one holder. `work` reads the session first: whoever held before may have done it all. */
export async function withTokenLease<T>(store: LeaseStore, shop: string, work: () => Promise<T>): Promise<T> {
  const holder = randomUUID();
  for (let polls = 0; !(await claim(store, shop, holder)); polls += 1) {
    if (polls >= POLLS) throw new AdminUnavailable(shop, 'waited too long for the token lease');
    await wait(POLL_MS);
  }
  try {
    return await work();
  } finally {
    await store.release(shop, holder);
  }
}

function claim(store: LeaseStore, shop: string, holder: string): Promise<boolean> {
  const at = now();
  return store.claim(shop, holder, at, new Date(at.getTime() + LEASE_MS));
}
