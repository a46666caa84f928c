// Gifts whose row a process of the release before, which knew of none, didn't write beside their entry. As in migration 0031.
import type { Queryable } from '../pool.server.ts';

/** At most so many; in the order in which members are locked. Returns how many there were. */
export async function addMissingGifts(db: Queryable, limit: number): Promise<number> {
  const { rowCount } = await db.query(
    `insert into "Gift" ("shopId", "memberId", cause, "requestHash", gives, "programVersion", state, "givenAt")
     select e."shopId", e."memberId", e."sourceKey", '', jsonb_build_object('kind', 'points', 'points', e.amount),
       coalesce(e."programVersion", 0), 'given', e."occurredAt"
     from "LedgerEntry" e where e.kind = 'occasion' and e.unit = 'points' and not exists (
       select 1 from "Gift" g where g."shopId" = e."shopId" and g."memberId" = e."memberId" and g.cause = e."sourceKey")
     order by e."memberId", e.id limit $1 on conflict do nothing`,
    [limit],
  );
  return rowCount ?? 0;
}
