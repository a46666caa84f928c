// The check behind every number: cached balance = sum of entries = open lots − owed, and pending = what orders say.
import type { Queryable } from '../pool.server.ts';

export type LedgerMismatch = {
  shopId: number;
  memberId: string;
  unit: string;
  cached: string;
  entries: string;
  lotsLessOwed: string;
  pendingCached: string;
  pendingOrders: string;
};

const CHECK = `
with used as (
  select id, unit, "memberId", amount,
    coalesce((select sum(a.amount) from "LotAllocation" a where a."creditId" = e.id), 0) as from_credit,
    coalesce((select sum(a.amount) from "LotAllocation" a where a."debitId" = e.id), 0) as from_debit
  from "LedgerEntry" e where $1::int is null or "shopId" = $1
), sums as (
  select "memberId", unit, sum(amount) as entries,
    sum(case when amount > 0 then amount - from_credit else amount + from_debit end) as lots,
    bool_and(from_credit between 0 and greatest(amount, 0) and from_debit between 0 and greatest(-amount, 0)) as sound
  from used group by "memberId", unit
), pendings as (
  select o."memberId", p.key as unit, sum(p.value::bigint) as amount
  from "Order" o, jsonb_each_text(o.pending) p
  where o."memberId" is not null and ($1::int is null or o."shopId" = $1) group by o."memberId", p.key
), cached as (
  select "shopId", id as "memberId", 'points' as unit, points as balance, "pendingPoints" as pending, seq
  from "Member" where $1::int is null or "shopId" = $1
  union all
  select m."shopId", c."memberId", 'stamps/' || c."cardKey", c.stamps, c.coming, m.seq
  from "MemberCard" c join "Member" m on m.id = c."memberId" where $1::int is null or m."shopId" = $1
)
select c."shopId", coalesce(c."memberId", s."memberId", p."memberId")::text as "memberId",
  coalesce(c.unit, s.unit, p.unit) as unit, coalesce(c.balance, 0)::text as cached,
  coalesce(s.entries, 0)::text as entries, coalesce(s.lots, 0)::text as "lotsLessOwed",
  coalesce(c.pending, 0)::text as "pendingCached", coalesce(p.amount, 0)::text as "pendingOrders"
from cached c
full join sums s on s."memberId" = c."memberId" and s.unit = c.unit
full join pendings p on p."memberId" = c."memberId" and p.unit = c.unit
where coalesce(c.balance, 0) <> coalesce(s.entries, 0) or coalesce(s.entries, 0) <> coalesce(s.lots, 0)
  or coalesce(c.pending, 0) <> coalesce(p.amount, 0) or not coalesce(s.sound, true)
limit 100`;

/** Members whose numbers disagree, at most 100; of one shop, or of all. */
export async function ledgerMismatches(
  db: Queryable,
  shopId: number | null = null,
): Promise<LedgerMismatch[]> {
  const { rows } = await db.query<LedgerMismatch>(CHECK, [shopId]);
  return rows;
}
