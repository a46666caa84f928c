// Collections that conditions on members name, and what is in them, as Shopify last told it.
import type { CollectionLack, WaitingCollection } from '#app/core/who/kept-collection.ts';
import type { Queryable } from '../pool.server.ts';

/** Each that isn't known yet is read as soon as possible; nobody is meant by it until then. */
export async function wantCollections(
  db: Queryable,
  shopId: number,
  ids: readonly string[],
  at: Date,
): Promise<void> {
  if (ids.length === 0) return;
  await db.query(
    `insert into "KeptCollection" ("shopId", "collectionId", "waitingSince", "dueAt")
     select $1, id, $3, $3 from unnest($2::bigint[]) as id order by id on conflict do nothing`,
    [shopId, ids, at],
  );
}

/** No rules name them any more. */
export async function dropOtherCollections(
  db: Queryable,
  shopId: number,
  keep: readonly string[],
): Promise<void> {
  await db.query('delete from "KeptCollection" where "shopId" = $1 and "collectionId" <> all($2::bigint[])', [
    shopId,
    keep,
  ]);
}

/** Those of these for which a "who" waits; one that nobody asked for yet is among them. */
export async function waitingCollections(
  db: Queryable,
  shopId: number,
  ids: readonly string[],
): Promise<WaitingCollection[]> {
  if (ids.length === 0) return [];
  const { rows } = await db.query<WaitingCollection>(
    `select id::text as "collectionId", c.title, c.lack from unnest($2::bigint[]) as id
     left join "KeptCollection" c on c."shopId" = $1 and c."collectionId" = id
     where c."shopId" is null or c."waitingSince" is not null order by id`,
    [shopId, ids],
  );
  return rows;
}

export async function dueCollections(db: Queryable, shopId: number, at: Date): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `select "collectionId"::text as id from "KeptCollection" where "shopId" = $1 and "dueAt" <= $2 order by "dueAt", "collectionId"`,
    [shopId, at],
  );
  return rows.map(({ id }) => id);
}

/** A page of what is in it now. Nothing where nobody names the collection any more. */
export async function keepCollectionProducts(
  db: Queryable,
  shopId: number,
  collectionId: string,
  { productIds, seenAt }: { productIds: readonly string[]; seenAt: Date },
): Promise<void> {
  await db.query(
    `insert into "KeptCollectionProduct" as p ("shopId", "collectionId", "productId", "seenAt")
     select c."shopId", c."collectionId", id, $4 from "KeptCollection" c, unnest($3::bigint[]) as id
     where c."shopId" = $1 and c."collectionId" = $2 order by id
     on conflict ("shopId", "collectionId", "productId") do update set "seenAt" = greatest(p."seenAt", excluded."seenAt")`,
    [shopId, collectionId, productIds, seenAt],
  );
}

type Whole = { title: string; seenAt: Date; dueAt: Date };

/** It was read to its end: what wasn't seen is out of it. Returns since when it was waited for; null where it wasn't. */
export async function endCollection(
  db: Queryable,
  shopId: number,
  collectionId: string,
  { title, seenAt, dueAt }: Whole,
): Promise<Date | null> {
  await db.query(
    'delete from "KeptCollectionProduct" where "shopId" = $1 and "collectionId" = $2 and "seenAt" < $3',
    [shopId, collectionId, seenAt],
  );
  const { rows } = await db.query<{ since: Date | null }>(
    `with was as (
       select "waitingSince" from "KeptCollection" where "shopId" = $1 and "collectionId" = $2 for update
     )
     update "KeptCollection" c set title = $3, lack = null, "waitingSince" = null, "readAt" = $4, "dueAt" = $5
     from was where c."shopId" = $1 and c."collectionId" = $2 returning was."waitingSince" as since`,
    [shopId, collectionId, title, seenAt, dueAt],
  );
  return rows[0]?.since ?? null;
}

/** It can't be read: whoever waits for it waits, and what was in it is kept until it can. */
export async function keepLack(
  db: Queryable,
  shopId: number,
  collectionId: string,
  { lack, at, dueAt }: { lack: CollectionLack; at: Date; dueAt: Date },
): Promise<void> {
  await db.query(
    `update "KeptCollection" set lack = $3, "waitingSince" = coalesce("waitingSince", $4), "dueAt" = $5
     where "shopId" = $1 and "collectionId" = $2`,
    [shopId, collectionId, lack, at, dueAt],
  );
}

export async function shopsWithDueCollections(db: Queryable, at: Date): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `select s.id from "Shop" s where s."uninstalledAt" is null and s."needsReopenSince" is null
       and s.id in (select c."shopId" from "KeptCollection" c where c."dueAt" <= $1) order by s.id`,
    [at],
  );
  return rows.map(({ id }) => id);
}
