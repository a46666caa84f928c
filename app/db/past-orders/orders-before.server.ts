// How many orders a shop has from before its program: null until Shopify was asked.
import type { Queryable } from '../pool.server.ts';

/** Null where it is known, or nobody can be asked. */
export async function shopToCountBefore(
  db: Queryable,
  shopId: number,
): Promise<{ domain: string; earnsFrom: Date } | null> {
  const { rows } = await db.query<{ domain: string; earnsFrom: Date }>(
    `select domain, "earnsFrom" from "Shop" where id = $1 and "ordersBefore" is null and "uninstalledAt" is null
       and "needsReopenSince" is null`,
    [shopId],
  );
  return rows[0] ?? null;
}

export async function noteOrdersBefore(db: Queryable, shopId: number, count: number): Promise<void> {
  await db.query('update "Shop" set "ordersBefore" = $2 where id = $1', [shopId, count]);
}
