// Merges and erasures that Shopify has told, in the order told, each in a transaction of its own.
import type { PoolClient } from 'pg';
import { now } from '#app/clock.server.ts';
import {
  finishRequest,
  lockRequest,
  openRequests,
  type OpenRequest,
} from '#app/db/members/people-requests.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { eraseCustomer } from './erase-customer.ts';
import { mergeMembers } from './merge-members.ts';

const BATCH = 100;

/** Safe to run twice and in parallel. */
export async function carryOutRequests(shopId: number): Promise<void> {
  for (;;) {
    const open = await openRequests(pool(), shopId, ['merge', 'redact'], BATCH);
    if (open.length === 0) return;
    for (const { id } of open) {
      await withTransaction(async (client) => {
        const request = await lockRequest(client, shopId, id);
        if (request) await carryOut(client, shopId, request);
      });
    }
  }
}

async function carryOut(client: PoolClient, shopId: number, request: OpenRequest): Promise<void> {
  const { kind, customerId, otherCustomerId } = request;
  if (kind === 'merge' && customerId !== null && otherCustomerId !== null) {
    const merge = { keptId: customerId, deletedId: otherCustomerId, toldAt: request.requestedAt };
    await mergeMembers(client, shopId, merge);
  }
  if (kind === 'redact') await eraseCustomer(client, shopId, request);
  await finishRequest(client, request, now());
}
