// Merges and erasures that Shopify has told, in the order told, each in a transaction of its own.
import type { PoolClient } from 'pg';
import { now } from '#app/clock.server.ts';
import {
  finishRequest,
  lockRequest,
  openRequests,
  type OpenRequest,
} from '#app/db/members/people-requests.server.ts';
import { isOfValues } from '#app/db/orders/of-values.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { eraseCustomer } from './erase-customer.ts';
import { mergeMembers } from './merge-members.ts';

const BATCH = 100;

/** Safe to run twice and in parallel. One that can't be carried out keeps no other: it stays open, and is thrown at the end. */
export async function carryOutRequests(shopId: number): Promise<void> {
  const failed = new Map<string, Error>();
  for (;;) {
    const open = await openRequests(pool(), shopId, ['merge', 'redact'], BATCH + failed.size);
    const untried = open.filter(({ id }) => !failed.has(id));
    if (untried.length === 0) break;
    for (const { id } of untried) {
      try {
        await carryOutOne(shopId, id);
      } catch (error) {
        if (!(error instanceof Error) || !isOfValues(error)) throw error;
        failed.set(id, error);
      }
    }
  }
  const [first] = failed.values();
  if (first) throw first;
}

async function carryOutOne(shopId: number, id: string): Promise<void> {
  await withTransaction(async (client) => {
    const request = await lockRequest(client, shopId, id);
    if (request) await carryOut(client, shopId, request);
  });
}

async function carryOut(client: PoolClient, shopId: number, request: OpenRequest): Promise<void> {
  const { kind, customerId, otherCustomerId } = request;
  if (kind === 'merge' && customerId !== null && otherCustomerId !== null) {
    const merge = { keptId: customerId, deletedId: otherCustomerId, toldAt: request.requestedAt };
    await mergeMembers(client, shopId, merge);
  }
  if (kind === 'redact') await eraseCustomer(client, shopId, request);
  await finishRequest(client, shopId, request, now());
}
