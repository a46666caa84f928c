// Rules that name collections have them read, as soon as they stand in a draft.
import { now } from '#app/clock.server.ts';
import type { PublishedChange } from '#app/core/editing/published-change.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { whosOf } from '#app/core/moments/whos-of.ts';
import { collectionsOf } from '#app/core/who/collections-of.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import type { Queryable } from '#app/db/pool.server.ts';
import { wantCollections } from '#app/db/who/kept-collections.server.ts';
import type { PoolClient } from 'pg';

export async function wantCollectionsOf(db: Queryable, shopId: number, rules: ProgramRules): Promise<void> {
  const named = collectionsOf(...whosOf(rules));
  if (named.length === 0) return;
  await wantCollections(db, shopId, named, now());
  await enqueue(db, 'read_collections', { shopId });
}

/** What no version and no draft names any more is forgotten. */
export async function wantPublishedCollections(
  client: PoolClient,
  { shopId, before, after }: PublishedChange,
): Promise<void> {
  const [was, is] = [collectionsOf(...whosOf(before)), collectionsOf(...whosOf(after))];
  await wantCollectionsOf(client, shopId, after);
  if (was.length > 0 && is.length === 0) await enqueue(client, 'read_collections', { shopId });
}
