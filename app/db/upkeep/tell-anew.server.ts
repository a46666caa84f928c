// After a restore the database is older than what it once told Shopify, and its marks say that Shopify has it. So everything
// counts as untold: the bells ring for it.
import type { Queryable } from '../pool.server.ts';

/**
 * The program and the discounts; orders are looked through for deleted ones from the newest on. Below zero: discounts of cards
 * that were published after the backup are looked for as well.
 */
export async function tellProgramAnew(db: Queryable, shopId: number): Promise<void> {
  await db.query(
    `update "Shop" set "syncedVersion" = 0, "discountsVersion" = -1, "askedDownTo" = null where id = $1`,
    [shopId],
  );
}

/** Whether that was done, and nobody has looked since. */
export async function isToldAnew(db: Queryable, shopId: number): Promise<boolean> {
  const { rowCount } = await db.query('select 1 from "Shop" where id = $1 and "discountsVersion" < 0', [
    shopId,
  ]);
  return (rowCount ?? 0) > 0;
}

/** A batch of the members above `afterId`, as if each had changed. Null where there is none. */
export async function tellMembersAnew(
  db: Queryable,
  shopId: number,
  afterId: string,
  limit: number,
): Promise<{ lastId: string; count: number } | null> {
  const { rows } = await db.query<{ lastId: string | null; count: number }>(
    `with own as materialized (
       select id from "Member" where "shopId" = $1 and id > $2 and "mergedIntoId" is null and "erasedAt" is null
       order by id limit $3 for no key update
     ), changed as (
       update "Member" m set rev = m.rev + 1 from own where m."shopId" = $1 and m.id = own.id returning m.id)
     select max(id)::text as "lastId", count(*)::int as count from changed`,
    [shopId, afterId, limit],
  );
  const [told] = rows;
  return told?.lastId ? { lastId: told.lastId, count: told.count } : null;
}
