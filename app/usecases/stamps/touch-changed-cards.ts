// Whoever holds a card that looks different from now on is shown anew.
import type { PoolClient } from 'pg';
import { changedCards } from '#app/core/editing/card-changes.ts';
import { touchCardHolders } from '#app/db/program/programs.server.ts';
import type { PublishedChange } from '#app/core/editing/published-change.ts';

export async function touchChangedCards(
  client: PoolClient,
  { shopId, before, after }: PublishedChange,
): Promise<void> {
  await touchCardHolders(client, shopId, changedCards(before, after));
}
