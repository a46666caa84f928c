import type { Queryable } from '../pool.server.ts';

/** Sums of what was given: points, free items that stamp cards paid for with their list price, and gifts. */
export type GivenFigures = {
  points: number;
  free: number;
  /** In the shop's minor units. */
  freedMinor: number;
  /** Free items of which nobody knows what they cost. */
  unpriced: number;
  gifts: number;
};

/** @param day the first that counts, in the shop's calendar */
export async function givenSince(db: Queryable, shopId: number, day: string): Promise<GivenFigures> {
  const { rows } = await db.query<GivenFigures>(
    `select coalesce(sum(amount) filter (where kind = 'points-given'), 0)::float8 as points,
       coalesce(sum(amount) filter (where kind = 'units-freed'), 0)::float8 as free,
       coalesce(sum(amount) filter (where kind = 'freed-minor'), 0)::float8 as "freedMinor",
       coalesce(sum(amount) filter (where kind = 'freed-unpriced'), 0)::float8 as unpriced,
       coalesce(sum(amount) filter (where kind = 'gifts-given'), 0)::float8 as gifts
     from "DailyFigure" where "shopId" = $1 and day >= $2::date`,
    [shopId, day],
  );
  return rows[0] ?? { points: 0, free: 0, freedMinor: 0, unpriced: 0, gifts: 0 };
}
