// A copy of what is stored of one customer, for the merchant who must answer a request for it.
import type { Queryable } from '../pool.server.ts';

/** Rows as they are, without our own bookkeeping. Empty lists where we hold nothing. */
export async function customerRows(db: Queryable, shopId: number, customerId: string): Promise<object> {
  const { rows } = await db.query<{ data: object }>(
    `with person as (
       select p.id from "Member" m cross join lateral person_of($1, m.id) as p
       where m."shopId" = $1 and m."customerId" = $2
     )
     select json_build_object(
       'members', (select coalesce(json_agg(json_build_object('customerId', m."customerId"::text,
          'joinedAt', m."joinedAt", 'points', m.points, 'pendingPoints', m."pendingPoints", 'leftOut', m.blocked,
          'joinedOn', m."joinedOn", 'birthday', case when m."birthMonth" is not null then json_build_object(
            'month', m."birthMonth", 'day', m."birthDay", 'year', m."birthYear", 'setOn', m."birthdaySetOn") end)
          order by m.id), '[]') from "Member" m where m.id in (select id from person)),
       'cards', (select coalesce(json_agg(json_build_object('card', c."cardKey", 'stamps', c.stamps,
          'coming', c.coming, 'size', c.size) order by c."cardKey"), '[]')
          from "MemberCard" c where c."memberId" in (select id from person)),
       'entries', (select coalesce(json_agg(json_build_object('at', e."occurredAt", 'unit', e.unit, 'kind', e.kind,
          'amount', e.amount, 'balanceAfter', e."balanceAfter", 'orderId', e."orderId"::text,
          'explanation', e.explanation) order by e.id), '[]')
          from "LedgerEntry" e where e."memberId" in (select id from person)),
       'adjustments', (select coalesce(json_agg(json_build_object('at', a."madeAt", 'unit', a.unit,
          'amount', a.amount, 'reason', a.reason) order by a."madeAt"), '[]')
          from "Adjustment" a where a."memberId" in (select id from person)),
       'birthdayChanges', (select coalesce(json_agg(json_build_object('at', b."madeAt", 'month', b.month,
          'day', b.day, 'year', b.year, 'by', case when b."madeBy" in ('shopper', 'shopify') then b."madeBy"
          else 'merchant' end, 'reason', b.reason) order by b."madeAt"), '[]')
          from "BirthdayChange" b where b."memberId" in (select id from person)),
       'orders', (select coalesce(json_agg(json_build_object('orderId', o."orderId"::text, 'order', o.snapshot,
          'facts', o.facts) order by o."orderId"), '[]')
          from "Order" o where o."shopId" = $1 and o."memberId" in (select id from person))
     ) as data`,
    [shopId, customerId],
  );
  return rows[0]?.data ?? {};
}

/** Members of these customers, for links. */
export async function memberIdsOf(
  db: Queryable,
  shopId: number,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await db.query<{ id: string; customerId: string }>(
    `select id::text, "customerId"::text from "Member" where "shopId" = $1 and "customerId" = any($2::bigint[])`,
    [shopId, customerIds],
  );
  return new Map(rows.map(({ id, customerId }) => [customerId, id]));
}
