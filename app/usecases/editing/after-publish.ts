// Steps after a version was published, in this order: one line a feature, in the publishing transaction.
import type { PoolClient } from 'pg';
import { restartSweep } from '../moments/restart-sweep.ts';
import { touchBuyersOfBar } from '../moments/touch-buyers-of-bar.ts';
import { keepPublishedTitles } from '../stamps/keep-published-titles.ts';
import { touchChangedCards } from '../stamps/touch-changed-cards.ts';
import { ringBell } from '../upkeep/ring-bell.ts';
import { wantPublishedCollections } from '../who/want-collections.ts';
import type { PublishedChange } from '#app/core/editing/published-change.ts';

type AfterPublish = (client: PoolClient, published: PublishedChange) => Promise<void>;

const AFTER_PUBLISH: readonly AfterPublish[] = [
  keepPublishedTitles,
  touchChangedCards,
  touchBuyersOfBar,
  wantPublishedCollections,
  restartSweep,
  ringBell('sync_program'),
  ringBell('sync_discounts'),
  ringBell('sync_members'),
];

export async function afterPublish(client: PoolClient, published: PublishedChange): Promise<void> {
  for (const follow of AFTER_PUBLISH) await follow(client, published);
}
