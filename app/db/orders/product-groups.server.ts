// Collections and tags of products as Shopify last told them. A backlog of orders asks of each product once, however often
// its job begins again; what is older than minutes is asked anew.
import type { Queryable } from '../pool.server.ts';

export type ProductGroups = {
  productId: string;
  collectionIds: readonly string[];
  tags: readonly string[];
};

/** What was told of these products after `since`, with when. */
export async function keptProductGroups(
  db: Queryable,
  shopId: number,
  productIds: readonly string[],
  since: Date,
): Promise<(ProductGroups & { askedAt: Date })[]> {
  const { rows } = await db.query<ProductGroups & { askedAt: Date }>({
    name: 'kept-product-groups',
    text: `select "productId"::text, "collectionIds"::text[], tags, "askedAt" from "ProductGroup"
      where "shopId" = $1 and "productId" = any($2::bigint[]) and "askedAt" > $3`,
    values: [shopId, productIds, since],
  });
  return rows;
}

export async function keepProductGroups(
  db: Queryable,
  shopId: number,
  groups: readonly ProductGroups[],
  askedAt: Date,
): Promise<void> {
  await db.query({
    name: 'keep-product-groups',
    text: `insert into "ProductGroup" as g ("shopId", "productId", "collectionIds", tags, "askedAt")
      select $1, "productId", coalesce("collectionIds", '{}'), coalesce(tags, '{}'), $3
      from jsonb_to_recordset($2::jsonb) as r("productId" bigint, "collectionIds" bigint[], tags text[])
      order by "productId"
      on conflict ("shopId", "productId") do update set "collectionIds" = excluded."collectionIds",
        tags = excluded.tags, "askedAt" = excluded."askedAt" where g."askedAt" <= excluded."askedAt"`,
    values: [shopId, JSON.stringify(groups), askedAt],
  });
}

export async function deleteProductGroupsBefore(db: Queryable, before: Date): Promise<void> {
  await db.query('delete from "ProductGroup" where "askedAt" < $1', [before]);
}
