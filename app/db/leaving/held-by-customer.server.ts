// What a customer would lose by leaving the program.
import type { Queryable } from '../pool.server.ts';
import { ofShop } from '../shop/of-shop.server.ts';

export type HeldByCustomer = {
  leftAt: Date | null;
  points: number;
  stamps: number;
  /** Ready to use. */
  rewards: number;
  /** Promised, and still waiting for their code or to be chosen. */
  gifts: number;
};

/** Null for a customer who is no member. */
export async function heldByCustomer(
  db: Queryable,
  shopId: number,
  customerId: string,
): Promise<HeldByCustomer | null> {
  const { rows } = await db.query<HeldByCustomer>(
    `with person as (
       select s.id as survivor, p.id from "Member" c
       cross join lateral (
         select c.id where c."mergedIntoId" is null
         union all
         select l.id from survivors_of($1, c."mergedIntoId") as l where c."mergedIntoId" is not null and l."mergedIntoId" is null
       ) as s
       cross join lateral person_of($1, s.id) as p
       where c."shopId" = $1 and c."customerId" = $2
     )
     select m."leftAt", m.points::float8 as points,
       coalesce((select sum(greatest(c.stamps, 0)) from "MemberCard" c where c."shopId" = $1 and c."memberId" = m.id), 0)::float8 as stamps,
       (select count(*) from "Voucher" v where ${ofShop('v', '$1')} and v."memberId" in (select id from person)
         and v.state = 'held')::int as rewards,
       (select count(*) from "Gift" g where ${ofShop('g', '$1')} and g."memberId" in (select id from person)
         and g.state in ('waiting', 'open'))::int as gifts
     from "Member" m where m."shopId" = $1 and m.id = (select survivor from person limit 1)`,
    [shopId, customerId],
  );
  return rows[0] ?? null;
}
