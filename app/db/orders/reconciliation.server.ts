// The mark of reconciliation: how far each shop's orders are known to be complete.
import type { Queryable } from '../pool.server.ts';

export type ShopToReconcile = { id: number; domain: string; reconciledThrough: Date };

/** Null for a shop that is gone, or whose token is dead: its mark waits until it is back. */
export async function shopToReconcile(db: Queryable, shopId: number): Promise<ShopToReconcile | null> {
  const { rows } = await db.query<ShopToReconcile>(
    `select id, domain, "reconciledThrough" from "Shop"
     where id = $1 and "uninstalledAt" is null and "needsReopenSince" is null`,
    [shopId],
  );
  return rows[0] ?? null;
}

export async function shopsToReconcile(db: Queryable): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    'select id from "Shop" where "uninstalledAt" is null and "needsReopenSince" is null order by id',
  );
  return rows.map(({ id }) => id);
}

export async function moveReconciledThrough(db: Queryable, shopId: number, to: Date): Promise<void> {
  await db.query('update "Shop" set "reconciledThrough" = greatest("reconciledThrough", $2) where id = $1', [
    shopId,
    to,
  ]);
}
