// How many orders a member `m` of a shop `s` has, as the sync reads it for the bar "2 of 3 orders": only where the program has one, and
// only once Shopify was asked for what was before.
import type { OrdersState } from '#app/core/storefront/project-order-bars.ts';
import { ownInOrder } from '../members/members-in-order.server.ts';
import type { Queryable } from '../pool.server.ts';
import { ofShop } from '../shop/of-shop.server.ts';
import { ALL_ORDERS } from '../who/who-sql.server.ts';

/** Whether the published program of a shop (SQL) has a gift for a number of orders. */
export const countsOrders = (shop: string): string => `exists (select 1 from "Shop" cs
  join "ProgramVersion" cv on cv."shopId" = cs.id and cv.number = cs."publishedVersion"
  where cs.id = ${shop} and jsonb_path_exists(cv.rules::jsonb, '$.moments[*] ? (@.kind == "nth-order")'))`;

/** No longest rule looks further. */
const MOST = 100;

/** Of who was merged into the member, too. Only a number above the count can still come. */
const HAD = `coalesce((select json_agg(distinct g.cause) from person_of(m."shopId", m.id) as p cross join lateral (
    select g.cause from "Gift" g where ${ofShop('g', 'm."shopId"')} and g."memberId" = p.id and g."momentKey" is not null
      and g.cause ~ '/[0-9]{1,7}$' offset 0) as g
  where substring(g.cause from '[0-9]+$')::int between c.count + 1 and c.count + ${MOST}), '[]'::json)`;

export const SHOWN_ORDERS = `case when m."ordersAskedAt" is not null and ${countsOrders('m."shopId"')} then (
    select json_build_object('count', c.count, 'had', ${HAD}) from (select ${ALL_ORDERS}::int as count) as c) end as orders`;

export type ShownOrders = { orders: { count: number; had: string[] } | null };

export const shownOrders = ({ orders }: ShownOrders): OrdersState => ({ orders });

/** Whoever has ordered reaches the storefront again: a publish has a bar for them that they weren't counted for before. */
export async function touchBuyers(db: Queryable, shopId: number): Promise<void> {
  await db.query(
    `${ownInOrder(`m."shopId" = $1 and m."ordersAskedAt" is not null and m."mergedIntoId" is null and m."erasedAt" is null
       and m."keptOrders" + coalesce(m."ordersAtShopify", 0) > 0`)}
     update "Member" m set rev = m.rev + 1 from own where m."shopId" = $1 and m.id = own.id`,
    [shopId],
  );
}
