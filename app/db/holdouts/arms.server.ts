// Both groups of a comparison: orders and money kept of each person, from the day after their own until the planned one.
import type { Arm, Arms } from '#app/core/holdouts/holdout-result.ts';
import type { Queryable } from '../pool.server.ts';

type Row = {
  held: boolean;
  people: number;
  orders: number;
  ordersVariance: number | null;
  kept: number;
  keptVariance: number | null;
};

const NOBODY: Arm = {
  people: 0,
  orders: { mean: 0, variance: null },
  kept: { mean: 0, variance: null },
};

type Wanted = { momentKey: string; since: Date; until: string; timeZone: string };

/**
 * A person is whoever others were merged into, in the group of their own first row, else of the first that came with a merge. Who was
 * forgotten is in neither: nothing is known of what they bought.
 */
export async function armsOf(
  db: Queryable,
  shopId: number,
  { momentKey, since, until, timeZone }: Wanted,
): Promise<Arms> {
  const { rows } = await db.query<Row>(
    `with recursive told as (
       select g."memberId" as member, g."memberId" as person, g.state = 'held-out' as held,
         (g."givenAt" at time zone $5)::date as day
       from "Gift" g where g."shopId" = $1 and g."momentKey" = $2 and g."givenAt" >= $3
         and (g."givenAt" at time zone $5)::date <= $4::date
       union all
       select t.member, m."mergedIntoId", t.held, t.day
       from told t join "Member" m on m."shopId" = $1 and m.id = t.person where m."mergedIntoId" is not null
     ), people as (
       select distinct on (t.person) t.person, t.held, min(t.day) over (partition by t.person) as day
       from told t join "Member" m on m."shopId" = $1 and m.id = t.person
       where m."mergedIntoId" is null and m."erasedAt" is null
       order by t.person, (t.member = t.person) desc, t.day, t.member
     ), sums as (
       select p.held, count(k."orderId") as orders, coalesce(sum(k."keptMinor"), 0) as kept
       from people p left join "KeptOrder" k on k."shopId" = $1 and k."memberId" = p.person
         and k.day > p.day and k.day <= $4::date
       group by p.person, p.held
     )
     select held, count(*)::int as people, avg(orders)::float8 as orders, var_samp(orders)::float8 as "ordersVariance",
       avg(kept)::float8 as kept, var_samp(kept)::float8 as "keptVariance"
     from sums group by held`,
    [shopId, momentKey, since, until, timeZone],
  );
  const arm = (held: boolean) => {
    const row = rows.find((one) => one.held === held);
    return row ? armOf(row) : NOBODY;
  };
  return { given: arm(false), heldOut: arm(true) };
}

function armOf({ people, orders, ordersVariance, kept, keptVariance }: Row): Arm {
  return {
    people,
    orders: { mean: orders, variance: ordersVariance },
    kept: { mean: kept, variance: keptVariance },
  };
}

/** When the version began that a comparison began with; null where there is no such version. */
export async function publishedOn(db: Queryable, shopId: number, version: number): Promise<Date | null> {
  const { rows } = await db.query<{ publishedAt: Date }>(
    'select "publishedAt" from "ProgramVersion" where "shopId" = $1 and number = $2',
    [shopId, version],
  );
  return rows[0]?.publishedAt ?? null;
}
