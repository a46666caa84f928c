// The same conditions in SQL, of a member `m`. Tags are Shopify's, and asked for of those whom the rest leaves.
import type { WhoCondition, Who } from '#app/core/who/who.ts';
import { cancelledAt, placedAt } from '../orders/told-columns.server.ts';
import { ofShop } from '../shop/of-shop.server.ts';

/** A value as the next parameter of the statement. */
export type Param = (value: unknown) => string;

/** Orders from before, as far as Shopify counted more than we knew by then. */
const BEFORE = `case when m."ordersAtShopify" > 0 then greatest(0, m."ordersAtShopify" - (
  select count(*) from "Order" o where ${ofShop('o', 'm."shopId"')} and o."memberId" = m.id and o."placedAt" <= m."ordersAskedAt"))
  else 0 end`;
/** Kept ones, and those from before. */
export const ALL_ORDERS = `(m."keptOrders" + ${BEFORE})`;

/** Shopify wasn't asked yet for orders from before, and will be: there may be more. */
const UNCOUNTED = `(m."ordersAskedAt" is null and m."goneAt" is null)`;

/** The shop's day of the last order that was applied, is neither deleted nor cancelled, and not from before the program. */
const ORDERED_ON = `(select (max(${placedAt('o')}) at time zone (select s."timeZone" from "Shop" s where s.id = m."shopId"))::date
  from "Order" o where ${ofShop('o', 'm."shopId"')} and o."memberId" = m.id and o."programVersion" is not null
    and coalesce(o."deletedAt", o."missingSince") is null and ${cancelledAt('o')} is null)`;

type Sql<K extends WhoCondition['kind']> = (
  condition: Extract<WhoCondition, { kind: K }>,
  param: Param,
  /** The day, of type date. */
  today: () => string,
) => string;

/** @param count written only where there is a bound: a parameter that nothing names is refused */
function within(
  count: () => string,
  { least, most }: { least: number | null; most: number | null },
  param: Param,
): string {
  const parts = [
    least !== null && `${count()} >= ${param(least)}::int`,
    most !== null && `${count()} <= ${param(most)}::int`,
  ];
  return parts.filter((part) => part !== false).join(' and ') || 'true';
}

/** A product of the order's is in one of these today. Each is looked up by itself: a plan made while the table was small would read all of it. */
const ofCollection = (ids: string): string => `exists (select 1 from unnest(k."productIds") as p(id)
  where exists (select 1 from "KeptCollectionProduct" c where c."shopId" = k."shopId"
    and c."collectionId" = any(${ids}::bigint[]) and c."productId" = p.id offset 0))`;

const SQL: { [K in WhoCondition['kind']]: Sql<K> } = {
  'tags-in': () => 'true',
  'tags-out': () => 'true',
  // Whoever has two kept ones needs no counting.
  'first-timers': () => `m."keptOrders" <= 1 and not ${UNCOUNTED} and ${ALL_ORDERS} <= 1`,
  'birthday-month': ({ month }, param, today) => {
    const asked = month === 0 ? `extract(month from ${today()})::int` : `${param(month)}::int`;
    return `m."birthMonth" = ${asked}`;
  },
  bought: ({ productIds, collectionIds = [], withinDays }, param, today) => {
    const since = withinDays === null ? '' : `and k.day >= ${today()} - ${param(withinDays)}::int`;
    const parts = [
      ...(productIds.length > 0 ? [`k."productIds" && ${param(productIds)}::bigint[]`] : []),
      ...(collectionIds.length > 0 ? [ofCollection(param(collectionIds))] : []),
    ];
    return `exists (select 1 from "KeptOrder" k where k."shopId" = m."shopId" and k."memberId" = m.id ${since}
      and (${parts.join(' or ') || 'false'}))`;
  },
  ordered: ({ withinDays }, param, today) =>
    withinDays === null
      ? `${ORDERED_ON} is not null`
      : `coalesce(${ORDERED_ON} >= ${today()} - ${param(withinDays)}::int, false)`,
  orders: (asked, param) => {
    const isKnown = asked.most === null ? '' : ` and not ${UNCOUNTED}`;
    return `${within(() => ALL_ORDERS, asked, param)}${isKnown}`;
  },
  'last-order': (asked, param, today) =>
    `m."lastOn" is not null and ${within(() => `greatest(0, ${today()} - m."lastOn")`, asked, param)}`,
};

/** Whether `who` may be about the member, as far as the database knows. @param today in the shop's calendar */
export function whoSql(who: Who, param: Param, today: string): string {
  return whoSqlOn(who, param, () => `${param(today)}::date`);
}

/** @param day written wherever a condition asks for it */
export function whoSqlOn({ conditions }: Who, param: Param, day: () => string): string {
  const parts = conditions.map((each) => {
    const sql = SQL[each.kind] as Sql<WhoCondition['kind']>;
    return `(${sql(each, param, day)})`;
  });
  return parts.length === 0 ? 'true' : parts.join(' and ');
}
