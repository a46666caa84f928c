// Figures that processes of the release before didn't write, while they ran beside this one: filled in from the entries.
import { ADDED_LATELY } from '#app/core/figures/daily-figures.ts';
import { withTransaction, type Queryable } from '../pool.server.ts';

/** As in figureMismatches, of these kinds alone. */
const LACKING = `
  select "shopId", day, kind, coalesce(e.amount, 0) as amount
  from (select * from "DailyFigure" where kind like any($2) and ($1::int is null or "shopId" = $1)) as kept
  full join (select * from "figures_of_entries"($1::int) where kind like any($2)) e using ("shopId", day, kind)
  where coalesce(kept.amount, 0) <> coalesce(e.amount, 0)`;

/** Of one shop, or of all where it is null. Returns the number of days and kinds that were filled in. */
export async function fillFigures(db: Queryable, shopId: number | null = null): Promise<number> {
  const { rows } = await db.query<{ shopId: number }>(`select distinct "shopId" from (${LACKING}) as l`, [
    shopId,
    ADDED_LATELY,
  ]);
  let filled = 0;
  for (const shop of rows) filled += await fillOne(shop.shopId);
  return filled;
}

/** The lock waits for whoever has written entries and not yet committed: their figures are theirs to add. */
function fillOne(shopId: number): Promise<number> {
  return withTransaction(async (client) => {
    await client.query('lock table "DailyFigure" in share row exclusive mode');
    const { rowCount } = await client.query(
      `insert into "DailyFigure" as f ("shopId", day, kind, amount)
       select "shopId", day, kind, amount from (${LACKING}) as l order by day, kind
       on conflict ("shopId", day, kind) do update set amount = excluded.amount`,
      [shopId, ADDED_LATELY],
    );
    return rowCount ?? 0;
  });
}
