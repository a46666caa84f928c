// Members whose orders or parcels may have brought something: the sweep is asked to look at them. It decides; whoever is marked in vain
// costs a look.
import type { MomentRule } from '#app/core/moments/moment-rule.ts';
import type { Queryable } from '../pool.server.ts';
import { ownInOrder } from '../members/members-in-order.server.ts';
import { ofShop } from '../shop/of-shop.server.ts';
import { numberOf } from './finders/finder.server.ts';

/** How many of their orders were just applied. */
export type WithOrders = { memberId: string; orders: number };

/** `w` of a member `m`: whether one of the last `w.orders` kept orders may be the one, with those from before that Shopify counts. */
const MAY_BE_IT = `exists (select 1 from unnest($5::text[], $6::int[], $7::bool[]) as r(key, n, every)
  where case when r.every then coalesce(m."ordersAtShopify", r.n) > m."keptOrders" or w.orders >= r.n
      or m."keptOrders" % r.n < w.orders
    else m."keptOrders" + coalesce(m."ordersAtShopify", 0) >= r.n and m."keptOrders" < r.n + w.orders
      and not exists (select 1 from "Gift" g where ${ofShop('g', '$1')} and g."memberId" = m.id and g.cause = r.key || '/' || r.n offset 0)
    end)`;

/** Whether they joined of late, and weren't given what joining brings. */
const JOINED = `m."joinedOn" >= $4::date - 1 and exists (select 1 from unnest($8::text[]) as r(key) where not exists (
  select 1 from "Gift" g where ${ofShop('g', '$1')} and g."memberId" = m.id and g.cause = r.key || '/1' offset 0))`;

/** The members must be locked. Returns how many were marked. @param today in the shop's calendar */
export async function markBuyers(
  db: Queryable,
  shopId: number,
  rules: readonly MomentRule[],
  members: readonly WithOrders[],
  today: string,
): Promise<number> {
  const nth = rules.filter(({ kind }) => kind === 'nth-order');
  const joined = rules.filter(({ kind }) => kind === 'joined').map(({ key }) => key);
  if (nth.length + joined.length === 0 || members.length === 0) return 0;
  const { rowCount } = await db.query({
    name: 'mark-buyers',
    text: `update "Member" m set "lookFrom" = least(m."lookFrom", $4::date), "lookAgain" = true
      from unnest($2::bigint[], $3::int[]) as w(id, orders)
      where m."shopId" = $1 and m.id = w.id and (${MAY_BE_IT} or ${JOINED})`,
    values: [
      shopId,
      members.map(({ memberId }) => memberId),
      members.map(({ orders }) => orders),
      today,
      nth.map(({ key }) => key),
      nth.map((rule) => numberOf(rule, 'n')),
      nth.map((rule) => rule.kind === 'nth-order' && rule.when.every),
      joined,
    ],
  });
  return rowCount ?? 0;
}

/** Members of orders whose parcels were just asked about. */
export async function markReceivers(
  db: Queryable,
  shopId: number,
  orderIds: readonly string[],
  today: string,
): Promise<number> {
  const { rowCount } = await db.query(
    `${ownInOrder(`m."shopId" = $1 and m.id in (select k."memberId" from "KeptOrder" k where k."shopId" = $1
        and k."orderId" = any($2::bigint[]))`)}
     update "Member" m set "lookFrom" = least(m."lookFrom", $3::date), "lookAgain" = true from own
     where m."shopId" = $1 and m.id = own.id`,
    [shopId, orderIds, today],
  );
  return rowCount ?? 0;
}

/** Members whose orders Shopify has counted just now: their order may be the third after all. */
export async function markCounted(
  db: Queryable,
  shopId: number,
  customerIds: readonly string[],
  today: string,
): Promise<number> {
  const { rowCount } = await db.query(
    `${ownInOrder(`m."shopId" = $1 and m."customerId" = any($2::bigint[]) and m."keptOrders" > 0`)}
     update "Member" m set "lookFrom" = least(m."lookFrom", $3::date), "lookAgain" = true from own
     where m."shopId" = $1 and m.id = own.id`,
    [shopId, customerIds, today],
  );
  return rowCount ?? 0;
}
