// Whoever holds a card that looks different from now on is shown anew; a smaller size is theirs at once.
import type { PoolClient } from 'pg';
import { changedCards } from '#app/core/editing/card-changes.ts';
import { shrinkCards, touchCardHolders } from '#app/db/program/programs.server.ts';
import type { PublishedChange } from '#app/core/editing/published-change.ts';

export async function touchChangedCards(
  client: PoolClient,
  { shopId, before, after }: PublishedChange,
): Promise<void> {
  const changed = changedCards(before, after);
  await touchCardHolders(client, shopId, changed);
  // Touched members are locked: whoever writes their cards meanwhile has been waited for, and is seen now.
  const smaller = after.cards.filter(({ key }) => changed.includes(key));
  if (smaller.length > 0) await shrinkCards(client, shopId, smaller);
}
