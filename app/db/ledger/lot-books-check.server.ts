// "OpenLot" beside the entries and allocations of which it is a copy. What the release before took since is no difference: the
// next to take something reckons such a book anew.
import type { Queryable } from '../pool.server.ts';

export type LotMismatch = {
  shopId: number;
  memberId: string;
  unit: string;
  seq: number;
  kept: string;
  entries: string;
};

const CHECK = `
  with used as (
    select e."shopId", e."memberId", e.unit, e.seq, b.through, e.amount, coalesce(case when e.amount > 0
      then (select sum(a.amount) from "LotAllocation" a where a."creditId" = e.id)
      else (select sum(a.amount) from "LotAllocation" a where a."debitId" = e.id) end, 0) as used
    from "LotBook" b join "LedgerEntry" e on e."shopId" = b."shopId" and e."memberId" = b."memberId" and e.unit = b.unit
    where $1::int is null or b."shopId" = $1
  ), stale as (
    select distinct "memberId", unit from used where seq > through and (amount < 0 or used > 0)
  ), entries as (
    select "shopId", "memberId", unit, seq, case when amount > 0 then amount - used else amount + used end as rest
    from used where seq <= through and used <> abs(amount)
  )
  select coalesce(k."shopId", e."shopId") as "shopId", "memberId"::text, unit, seq, coalesce(k.rest, 0)::text as kept,
    coalesce(e.rest, 0)::text as entries
  from (select * from "OpenLot" where $1::int is null or "shopId" = $1) as k
  full join entries e using ("memberId", unit, seq)
  where k.rest is distinct from e.rest
    and not exists (select 1 from stale s where s."memberId" = coalesce(k."memberId", e."memberId") and s.unit = coalesce(k.unit, e.unit))
  limit 100`;

/** Lots that are kept otherwise than the entries say, at most 100; of one shop, or of all. */
export async function lotMismatches(db: Queryable, shopId: number | null = null): Promise<LotMismatch[]> {
  const { rows } = await db.query<LotMismatch>(CHECK, [shopId]);
  return rows;
}
