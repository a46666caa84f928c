// The statements that add to the roll-up, each one statement, its rows in one order: two transactions never wait for each
// other in a circle.

export const ADD = `on conflict ("shopId", day, kind) do update set amount = f.amount + excluded.amount`;

/** What entries of no order add: $2 … $4 are figures. */
export const FIGURES = `
  insert into "DailyFigure" as f ("shopId", day, kind, amount)
  select s.id, (at at time zone s."timeZone")::date, kind, sum(a.amount)
  from unnest($2::timestamptz[], $3::text[], $4::bigint[]) as a(at, kind, amount) join "Shop" s on s.id = $1
  group by 1, 2, 3 order by 2, 3 ${ADD}`;

/**
 * One figure, and then the bell $5 of the shop. One that waits is held as `ring_bell` does it, but workers aren't called: a notice
 * of a transaction keeps every other of the database from committing, so that is for afterwards (`callWorkers`).
 */
export const FIGURE_AND_BELL = `
  with figure as (
    insert into "DailyFigure" as f ("shopId", day, kind, amount)
    select s.id, ($2::timestamptz at time zone s."timeZone")::date, $3, $4 from "Shop" s where s.id = $1 ${ADD} returning 1
  ), waits as (
    select 1 from graphile_worker._private_jobs j
    where exists (select from figure) and j.key = $5 || '/' || $1::int
      and j.is_available and j.attempts = 0 and j.run_at <= now() for share skip locked
  )
  select ring_bell($5, $1, $6::int) where not exists (select from waits)`;

const NEWEST_PRICE = `(array_agg(coalesce((e.explanation->>'savedMinor')::bigint,
  case when e.explanation->>'target' = '0' then 0 end) order by e.id desc))[1]`;

/** Orders that brought a member something, the first one first. Their entries are walked alone, and only as far as it takes. */
const ordersOf = (member: string) => `select e."orderId" as id from (
      select l."shopId", l."orderId", l.kind from "LedgerEntry" l where l."memberId" = ${member} order by l.seq offset 0
    ) e where e."shopId" = $1 and e."orderId" is not null and e.kind not in ('merge', 'redeem', 'back')`;

/**
 * What entries add, as arrays: $2 … $4 are figures; $5 … $7 orders with their members, in the order of the entries; $8 … $12
 * what free units take, with the units and their price in all, null where nobody says.
 *
 * A member comes back with the second order, so at most two earlier ones are looked up; over all who were merged into them,
 * where anybody was. The price of an order's free units is a state: what is added is the difference from the one before, in
 * this batch or in the entries.
 *
 * Each order and member is looked up by itself, in subqueries that no plan can turn into a walk through the whole shop: one
 * made while the shop was small would be kept as it grows.
 */
export const ENTRY_FIGURES = `
  with orders as (
    select distinct on (m, o) m, o, at, n
    from unnest($7::bigint[], $5::bigint[], $6::timestamptz[]) with ordinality as r(m, o, at, n) order by m, o, n
  ), known as (
    select w.orders, w.times, case when w.merged is null then array_remove(array[first.id, second.id], null)
      else array(select f."orderId" from two_orders_of($1, w.m) f) end as ids
    from (
      select m, array_agg(o order by n) as orders, array_agg(at order by n) as times,
        (select p."erasedAt" is null from "Member" p where p."shopId" = $1 and p.id = m) as counts,
        (select l.id from "Member" l where l."shopId" + 0 = $1 and l."mergedIntoId" = m limit 1) as merged
      from orders group by m offset 0
    ) w
    left join lateral (${ordersOf('w.m')} limit 1) first on true
    left join lateral (${ordersOf('w.m')} and e."orderId" <> first.id limit 1) second on true
    where w.counts
  ), returned as (
    select back.at from known k cross join lateral (
      select o.at from unnest(k.orders, k.times) with ordinality as o(id, at, n)
      where o.id <> all(k.ids) order by o.n offset 1 - cardinality(k.ids) limit 1
    ) back where cardinality(k.ids) < 2
  ), freed as (
    select * from unnest($8::bigint[], $9::text[], $10::timestamptz[], $11::bigint[], $12::bigint[]) with ordinality
      as r(o, u, at, freed, minor, n)
  ), before as (
    select f.o, f.u, b.* from (select distinct o, u from freed) f
    cross join lateral (
      select coalesce(sum(e.freed), 0) as units, count(e.id) = 0 as nothing, ${NEWEST_PRICE} as minor from "LedgerEntry" e
      where e."shopId" = $1 and e."orderId" = f.o and e.unit = f.u and e.kind = 'free-unit'
    ) b
  ), told as (
    select f.o, f.u, f.n, f.at, coalesce(f.minor, 0) as minor,
      case when f.minor is null then b.units + sum(f.freed) over (partition by f.o, f.u order by f.n) else 0 end as unpriced,
      coalesce(b.minor, 0) as minor_before,
      case when b.minor is null and not b.nothing then b.units else 0 end as unpriced_before
    from freed f join before b on b.o = f.o and b.u = f.u
  ), worths as (
    select at, minor - coalesce(lag(minor) over earlier, minor_before) as minor,
      unpriced - coalesce(lag(unpriced) over earlier, unpriced_before) as unpriced
    from told window earlier as (partition by o, u order by n)
  ), added as (
    select at, kind, amount from unnest($2::timestamptz[], $3::text[], $4::bigint[]) as a(at, kind, amount)
    union all
    select at, 'orders-counted', 1 from (select distinct on (o) o, at from orders order by o, n) as o
    where (select e.id from "LedgerEntry" e
      where e."shopId" = $1 and e."orderId" = o.o and e.kind not in ('merge', 'redeem', 'back') limit 1) is null
    union all
    select at, 'members-returned', 1 from returned
    union all
    select at, 'freed-minor', minor from worths where minor <> 0
    union all
    select at, 'freed-unpriced', unpriced from worths where unpriced <> 0
  )
  insert into "DailyFigure" as f ("shopId", day, kind, amount)
  select s.id, (at at time zone s."timeZone")::date, kind, sum(added.amount)
  from added join "Shop" s on s.id = $1 group by 1, 2, 3 order by 2, 3 ${ADD}`;

/** $2 are members who go, $3 whoever takes them over, or null. */
export const UNITED = `
  with leaving as (
    select m.id, m."joinedAt" from "Member" m
    where m."shopId" = $1 and m.id = any($2::bigint[]) and m."mergedIntoId" is null and m."erasedAt" is null
  ), persons as (
    select id from leaving
    union
    select m.id from "Member" m where m."shopId" = $1 and m.id = $3::bigint and m."mergedIntoId" is null and m."erasedAt" is null
  ), firsts as (
    select p.id as person, f.* from persons p cross join lateral two_orders_of($1, p.id) f
  ), separate as (
    select (array_agg("occurredAt" order by id))[2] as at from firsts group by person
  ), united as (
    select (array_agg("occurredAt" order by id))[2] as at
    from (select distinct on ("orderId") id, "occurredAt" from firsts order by "orderId", id) f
    where exists (select 1 from persons where id = $3::bigint)
  ), added as (
    select "joinedAt" as at, 'members-left' as kind, 1 as amount from leaving
    union all
    select at, 'members-returned', -1 from separate where at is not null
    union all
    select at, 'members-returned', 1 from united where at is not null
  )
  insert into "DailyFigure" as f ("shopId", day, kind, amount)
  select s.id, (at at time zone s."timeZone")::date, kind, sum(amount)
  from added join "Shop" s on s.id = $1 group by 1, 2, 3 order by 2, 3 ${ADD}`;
