// Whoever was merged: the row stays, and leads everything that comes late to the survivor.
import type { MergedPair } from '#app/core/members/merged-pair.ts';
import { addLeft } from '../figures/daily-figures.server.ts';
import type { Queryable } from '../pool.server.ts';
import { ofShop } from '../shop/of-shop.server.ts';

/**
 * The loser's orders become the survivor's. Both members must be locked. Who was left out stays left out: a merge is no
 * way back in.
 */
export async function handOver(db: Queryable, { shopId, from, to, at }: MergedPair): Promise<void> {
  // Webhooks lock orders by their ids: so does this, or two would wait for each other in a circle.
  await db.query(
    `with own as (
       select "orderId" from "Order" o where ${ofShop('o', '$1')} and "memberId" = $2 order by "orderId" for update
     )
     update "Order" o set "memberId" = $3 from own where o."shopId" = $1 and o."orderId" = own."orderId"`,
    [shopId, from, to],
  );
  await db.query(
    `update "Member" m set blocked = m.blocked or l.blocked, rev = m.rev + 1,
       "lastOrderAt" = greatest(m."lastOrderAt", l."lastOrderAt")
     from "Member" l where m."shopId" = $1 and m.id = $3 and l."shopId" = $1 and l.id = $2`,
    [shopId, from, to],
  );
  await addLeft(db, shopId, [from], to);
  await db.query(
    `update "Member" set "mergedIntoId" = $3, "goneAt" = coalesce("goneAt", $4) where "shopId" = $1 and id = $2`,
    [shopId, from, to, at],
  );
}
