// Who ordered most since an instant. Walks the members by their last order, from its index, and counts the orders of each.
import { MOST_RANKED_MEMBERS } from '#app/core/members/member-filters.ts';
import { cancelledAt, placedAt } from '../orders/told-columns.server.ts';
import type { Queryable } from '../pool.server.ts';
import { ofShop } from '../shop/of-shop.server.ts';

export type TopMember = {
  id: string;
  customerId: string;
  /** Placed since then, which Shopify still has and which weren't cancelled. */
  orders: number;
  points: number;
};

/**
 * Those with the most orders since then, of equals those with more points; whoever is excluded isn't among them. Null where more
 * members ordered than are looked at.
 */
export async function topMembers(
  db: Queryable,
  shopId: number,
  since: Date,
  most: number,
): Promise<TopMember[] | null> {
  const { rows } = await db.query<TopMember & { ranked: number }>({
    name: 'top-members',
    text: `with recent as (
        select m.id, m."customerId", m.points from "Member" m
        where m."shopId" = $1 and coalesce(m."mergedIntoId", 0) = 0 and m."erasedAt" is null
          and coalesce(m."lastOrderAt", 'epoch'::timestamptz) >= $2
        order by coalesce(m."lastOrderAt", 'epoch'::timestamptz) desc, m.id desc limit ${MOST_RANKED_MEMBERS + 1}
      ), counted as (
        select r.*, (
          select count(*)::int from "Order" o where ${ofShop('o', '$1')} and o."memberId" = r.id and ${placedAt('o')} >= $2
            and o."deletedAt" is null and o."missingSince" is null and ${cancelledAt('o')} is null
        ) as orders from recent r
      )
      select c.id::text, c."customerId"::text, c.orders, c.points::float8 as points,
        (select count(*)::int from recent) as ranked
      from counted c join "Member" m on ${ofShop('m', '$1')} and m.id = c.id and not m.blocked
      where c.orders > 0 order by c.orders desc, c.points desc, c.id limit $3`,
    values: [shopId, since, most],
  });
  if ((rows[0]?.ranked ?? 0) > MOST_RANKED_MEMBERS) return null;
  return rows.map(({ id, customerId, orders, points }) => ({ id, customerId, orders, points }));
}
