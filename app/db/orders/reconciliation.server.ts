// The mark of reconciliation: how far each shop's orders are known to be complete. It goes by the database's clock and never
// beyond it: a worker whose clock is ahead would skip what happens until then.
import type { Queryable } from '../pool.server.ts';

export type ShopToReconcile = {
  id: number;
  domain: string;
  reconciledThrough: Date;
  askedDownTo: string | null;
  /** Now, by the database's clock. */
  startedAt: Date;
};

/** Null for a shop that is gone, or whose token is dead: its mark waits until it is back. */
export async function shopToReconcile(db: Queryable, shopId: number): Promise<ShopToReconcile | null> {
  const { rows } = await db.query<ShopToReconcile>(
    `select id, domain, least("reconciledThrough", now()) as "reconciledThrough", "askedDownTo"::text, now() as "startedAt"
     from "Shop" where id = $1 and "uninstalledAt" is null and "needsReopenSince" is null`,
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

/** Each shop has its minute of the hour. Looked for by their ids, so that a minute costs a sixtieth of all. */
export async function shopsToReconcileInTurn(db: Queryable, minute: number): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>({
    name: 'shops-to-reconcile-in-turn',
    text: `select id from "Shop" where "uninstalledAt" is null and "needsReopenSince" is null
        and id in (select generate_series($1::int, (select max(id) from "Shop"), 60)) order by id`,
    values: [minute],
  });
  return rows.map(({ id }) => id);
}

/** A mark that lies ahead of the database's clock comes back to it. */
export async function moveReconciledThrough(db: Queryable, shopId: number, to: Date): Promise<void> {
  await db.query(
    `update "Shop" set "reconciledThrough" = greatest(least("reconciledThrough", now()), least($2, now())) where id = $1`,
    [shopId, to],
  );
}

/** Everything until `startedAt` is known. @param at by the app's clock, which is what pages compare with */
export async function endReconciliation(
  db: Queryable,
  shopId: number,
  startedAt: Date,
  at: Date,
): Promise<void> {
  await moveReconciledThrough(db, shopId, startedAt);
  await db.query('update "Shop" set "reconciledAt" = $2 where id = $1', [shopId, at]);
}
