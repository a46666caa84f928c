// The rules for which it can't be said yet who is meant, because a collection that they name isn't read: they give nothing, and
// whoever they are for is looked at once it is.
import { collectionsOf, waitsFor } from '#app/core/who/collections-of.ts';
import type { WaitingCollection } from '#app/core/who/kept-collection.ts';
import type { Who } from '#app/core/who/who.ts';
import type { Queryable } from '#app/db/pool.server.ts';
import { waitingCollections } from '#app/db/who/kept-collections.server.ts';

type Named = { key: string; who: Who };
export type WaitingRules = {
  keys: ReadonlySet<string>;
  /** One of the collections will be read soon: nothing that is due is lost by then. */
  isSoon: boolean;
};

/** Costs nothing where no rule names a collection. */
export async function waitingRules(
  db: Queryable,
  shopId: number,
  rules: readonly Named[],
): Promise<WaitingRules> {
  const waiting = await waitingFor(db, shopId, ...rules.map(({ who }) => who));
  const ids = new Set(waiting.map(({ collectionId }) => collectionId));
  const keys = new Set(rules.filter(({ who }) => waitsFor(who, ids)).map(({ key }) => key));
  return { keys, isSoon: waiting.some(({ lack }) => lack === null) };
}

export async function waitingFor(
  db: Queryable,
  shopId: number,
  ...whos: readonly Who[]
): Promise<WaitingCollection[]> {
  return waitingCollections(db, shopId, collectionsOf(...whos));
}
