// What is known of members for causes, and what moments of the list gave the person before.
import type { GivenBefore } from '#app/core/moments/causes/cause-kind.ts';
import type { CauseMember } from '#app/core/moments/due-moments.ts';
import type { Queryable } from '../pool.server.ts';
import { ofShop } from '../shop/of-shop.server.ts';
import { MOMENT_SQL } from './kinds/moment-kinds.server.ts';

/** A member `m`'s kept orders from the day `$4` on, as far as they are wanted. */
const ORDERS = `coalesce((select json_agg(json_build_object('orderId', k."orderId"::text, 'day', k.day, 'promisedOn', k."promisedOn",
    'deliveredOn', k."deliveredOn", 'unread', k."deliveredOn" is null and coalesce(k."deliveryDueAt" <= $5, false))
    order by k.day, k."orderId")
  from "KeptOrder" k where $3 and ${ofShop('k', 'm."shopId"')} and k."memberId" = m.id and k.day >= $4::date), '[]'::json) as orders,
  case when $3 then (select count(*)::int from "KeptOrder" k where ${ofShop('k', 'm."shopId"')} and k."memberId" = m.id
    and k.day < $4::date) else 0 end as "keptBefore"`;

/** Orders that Shopify counts beside those that we know; null while it hasn't been asked. */
const BOUGHT_BEFORE = `case when m."ordersAskedAt" is null then case when m."goneAt" is null then null else 0 end
  else greatest(0, coalesce(m."ordersAtShopify", 0) - case when $3 then (select count(*)::int from "Order" o
    where ${ofShop('o', 'm."shopId"')} and o."memberId" = m.id and o."placedAt" <= m."ordersAskedAt") else 0 end)
  end as "boughtBefore"`;

/** A member `m`'s, by the moment's key. */
const LIFE_DATES = `coalesce((select json_object_agg(d."momentKey", json_build_object('month', d.month, 'day', d.day, 'year', d.year,
    'setOn', d."setOn")) from "MemberDate" d where ${ofShop('d', 'm."shopId"')} and d."memberId" = m.id), '{}'::json) as "lifeDates"`;

type Row = Omit<CauseMember, 'givenOf'> & { id: string };

/** By member. `ordersFrom`: kept orders are wanted, those of this day and later one by one. */
export async function causeFactsOf(
  db: Queryable,
  shopId: number,
  memberIds: readonly string[],
  { ordersFrom, at }: { ordersFrom: string | null; at: Date },
): Promise<Map<string, CauseMember>> {
  const { rows } = await db.query<Row>({
    name: 'cause-facts-of',
    text: `select m.id::text, m."joinedOn"::text, m."lastOn"::text, m."rhythmDays", m."newsletterOn"::text,
        (json_build_object(${MOMENT_SQL.birthday.facts}))->'birthday' as birthday, ${LIFE_DATES}, ${ORDERS}, ${BOUGHT_BEFORE}
      from "Member" m where m."shopId" = $1 and m.id = any($2::bigint[])`,
    values: [shopId, memberIds, ordersFrom !== null, ordersFrom ?? '1970-01-01', at],
  });
  const given = await givenOf(db, shopId, memberIds);
  return new Map(rows.map(({ id, ...facts }) => [id, { ...facts, givenOf: given.get(id) ?? {} }]));
}

type GivenRow = { memberId: string; momentKey: string; cause: string; on: string };

async function givenOf(db: Queryable, shopId: number, memberIds: readonly string[]) {
  const { rows } = await db.query<GivenRow>({
    name: 'moments-given-of',
    text: `select root::text as "memberId", t."momentKey", t.cause,
        (t."givenAt" at time zone (select s."timeZone" from "Shop" s where s.id = $1))::date::text as on
      from unnest($2::bigint[]) as root cross join lateral person_of($1, root) as p
      cross join lateral (select t."momentKey", t.cause, t."givenAt" from "Gift" t
        where ${ofShop('t', '$1')} and t."memberId" = p.id and t."momentKey" is not null offset 0) as t`,
    values: [shopId, memberIds],
  });
  const given = new Map<string, Record<string, GivenBefore[]>>();
  for (const { memberId, momentKey, cause, on } of rows) {
    const of = given.get(memberId) ?? {};
    of[momentKey] = [...(of[momentKey] ?? []), { name: cause.slice(momentKey.length + 1), on }];
    given.set(memberId, of);
  }
  return given;
}
