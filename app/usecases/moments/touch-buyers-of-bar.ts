// A publish that brings the first gift for a number of orders: whoever has ordered is shown how many they have.
import type { PoolClient } from 'pg';
import type { PublishedChange } from '#app/core/editing/published-change.ts';
import { touchBuyers } from '#app/db/moments/shown-orders.server.ts';

export async function touchBuyersOfBar(
  client: PoolClient,
  { shopId, before, after }: PublishedChange,
): Promise<void> {
  const counts = ({ moments = [] }: PublishedChange['after']) =>
    moments.some(({ kind }) => kind === 'nth-order');
  // Of those that counted before the copies have been kept.
  if (counts(after) && !counts(before)) await touchBuyers(client, shopId);
}
