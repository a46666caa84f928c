import { FREED_BY_CARD } from '#app/core/figures/daily-figures.ts';
import type { Queryable } from '../pool.server.ts';

/** Sums of what was given: points, and free items that stamp cards paid for with their list price. */
export type GivenFigures = {
  points: number;
  free: number;
  /** The same by each card's key. A release that didn't count them so left them to the nightly check. */
  freeByCard: Record<string, number>;
  /** In the shop's minor units. */
  freedMinor: number;
  /** Free items of which nobody knows what they cost. */
  unpriced: number;
};

/** @param day the first that counts, in the shop's calendar */
export async function givenSince(db: Queryable, shopId: number, day: string): Promise<GivenFigures> {
  const { rows } = await db.query<GivenFigures>(
    `select coalesce(sum(amount) filter (where kind = 'points-given'), 0)::float8 as points,
       coalesce(sum(amount) filter (where kind = 'units-freed'), 0)::float8 as free,
       (select coalesce(json_object_agg(card, free), '{}') from (
         select substr(kind, length($3::text) + 1) as card, sum(amount)::float8 as free from "DailyFigure"
         where "shopId" = $1 and day >= $2::date and starts_with(kind, $3::text) group by 1) as by_card) as "freeByCard",
       coalesce(sum(amount) filter (where kind = 'freed-minor'), 0)::float8 as "freedMinor",
       coalesce(sum(amount) filter (where kind = 'freed-unpriced'), 0)::float8 as unpriced
     from "DailyFigure" where "shopId" = $1 and day >= $2::date`,
    [shopId, day, FREED_BY_CARD],
  );
  return rows[0] ?? { points: 0, free: 0, freeByCard: {}, freedMinor: 0, unpriced: 0 };
}
