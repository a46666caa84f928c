// Every title that a published card ever had is kept: an order names the card's discount by nothing else.
import type { PoolClient } from 'pg';
import { keepCardTitles, titlesOfRules } from '#app/db/stamps/card-titles.server.ts';
import type { PublishedChange } from '#app/core/editing/published-change.ts';

export async function keepPublishedTitles(
  client: PoolClient,
  { shopId, after, publishedAt }: PublishedChange,
): Promise<void> {
  await keepCardTitles(client, shopId, titlesOfRules(after), publishedAt);
}
