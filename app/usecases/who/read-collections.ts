// Reads what is in the collections that conditions on members name, in the draft too, so that what is published needn't wait: once a day
// each, and at once where one is new. One that can't be read holds up no other.
import { now } from '#app/clock.server.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { upgradeRules } from '#app/core/program/upgrade-rules.ts';
import { whosOf } from '#app/core/moments/whos-of.ts';
import { collectionsOf } from '#app/core/who/collections-of.ts';
import { MOST_IN_COLLECTION, type CollectionLack } from '#app/core/who/kept-collection.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { draftOf, publishedVersion, shopProgram, type ShopProgram } from '#app/db/program/programs.server.ts';
import {
  dropOtherCollections,
  dueCollections,
  endCollection,
  keepCollectionProducts,
  keepLack,
  wantCollections,
} from '#app/db/who/kept-collections.server.ts';
import { AdminRefused } from '#app/errors.ts';
import { log } from '#app/log.server.ts';
import { callPatiently } from '#app/shopify/admin-api/call-patiently.ts';
import { digitsOfGid, gid } from '#app/shopify/admin-api/ids.ts';
import { collectionProducts } from '#app/shopify/who/collection-products.ts';
import { afterWaiting } from './after-waiting.ts';

const AGAIN_MS = 23 * 60 * 60_000;

type Shop = { shopId: number } & ShopProgram;

/** Throws a Failure where Shopify answers nobody: what was read before goes on counting. */
export async function readCollections(shopId: number): Promise<void> {
  const program = await shopProgram(pool(), shopId);
  const stored = await draftOf(pool(), shopId);
  if (!program || !stored) return;
  const wanted = namedBy(publishedVersion(program).rules, upgradeRules(stored.draft));
  await withTransaction(async (client) => {
    await dropOtherCollections(client, shopId, wanted);
    await wantCollections(client, shopId, wanted, now());
  });
  for (const id of await dueCollections(pool(), shopId, now())) await readApart({ shopId, ...program }, id);
}

const namedBy = (...rules: readonly ProgramRules[]): string[] => collectionsOf(...rules.flatMap(whosOf));

/** What Shopify refuses is left for another day. */
async function readApart(shop: Shop, collectionId: string): Promise<void> {
  const seenAt = now();
  try {
    const read = await readPages(shop, collectionId, seenAt);
    if ('lack' in read) await leave(shop.shopId, collectionId, read.lack);
    else await keepWhole(shop, collectionId, { ...read, seenAt });
  } catch (error) {
    if (!(error instanceof AdminRefused)) throw error;
    log.warn({ shopDomain: shop.domain, collectionId, err: error }, 'a collection could not be read');
    await leave(shop.shopId, collectionId, 'refused');
  }
}

type Asked = { id: string; after: string | null };
type Page = typeof collectionProducts.result._output;
type Read = { title: string } | { lack: CollectionLack };

async function readPages({ shopId, domain }: Shop, collectionId: string, seenAt: Date): Promise<Read> {
  for (let after: string | null = null; ;) {
    const asked: Asked = { id: gid('Collection', collectionId), after };
    const { collection }: Page = await callPatiently(domain, collectionProducts, asked);
    if (!collection) return { lack: 'gone' };
    if ((collection.productsCount?.count ?? 0) > MOST_IN_COLLECTION) return { lack: 'too-large' };
    const { nodes, pageInfo } = collection.products;
    const productIds = nodes.flatMap(({ id }) => digitsOfGid(id) ?? []);
    await keepCollectionProducts(pool(), shopId, collectionId, { productIds, seenAt });
    if (!pageInfo.hasNextPage || pageInfo.endCursor === null) return { title: collection.title };
    after = pageInfo.endCursor;
  }
}

const later = (): Date => new Date(now().getTime() + AGAIN_MS);

async function leave(shopId: number, collectionId: string, lack: CollectionLack): Promise<void> {
  await keepLack(pool(), shopId, collectionId, { lack, at: now(), dueAt: later() });
}

async function keepWhole(
  shop: Shop,
  collectionId: string,
  read: { title: string; seenAt: Date },
): Promise<void> {
  await withTransaction(async (client) => {
    const since = await endCollection(client, shop.shopId, collectionId, { ...read, dueAt: later() });
    if (since) await afterWaiting(client, shop, { collectionId, since, at: now() });
  });
}
