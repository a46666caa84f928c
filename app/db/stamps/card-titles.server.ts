// Every title that a card's discount ever had: an order names our discount by its title alone.
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import type { Queryable } from '../pool.server.ts';

export type CardTitle = { cardKey: string; title: string };

/** The titles that published rules give their cards, in every language. */
export function titlesOfRules({ cards }: Pick<ProgramRules, 'cards'>): CardTitle[] {
  return cards.flatMap(({ key, title }) =>
    Object.values(title).map((text) => ({ cardKey: key, title: text.trim() })),
  );
}

/** Returns those that were new. */
export async function keepCardTitles(
  db: Queryable,
  shopId: number,
  titles: readonly CardTitle[],
  since: Date,
): Promise<CardTitle[]> {
  const { rows } = await db.query<CardTitle>(
    `insert into "CardTitle" ("shopId", "cardKey", title, since)
     select $1, k, t, $4 from unnest($2::text[], $3::text[]) as named(k, t)
     on conflict do nothing returning "cardKey", title`,
    [shopId, titles.map(({ cardKey }) => cardKey), titles.map(({ title }) => title), since],
  );
  return rows;
}

/** Orders that name an automatic discount so, told since an instant, are due again. Returns how many. */
export async function touchOrdersNaming(
  db: Queryable,
  shopId: number,
  titles: readonly string[],
  since: Date,
): Promise<number> {
  const { rowCount } = await db.query(
    `update "Order" set revision = revision + 1
     where "shopId" = $1 and "snapshotUpdatedAt" >= $3 and snapshot is not null and exists (
       select 1 from json_array_elements(snapshot->'discounts') as named
       where named->>'type' = 'automatic' and lower(btrim(named->>'title')) = any($2))`,
    [shopId, titles.map((title) => title.trim().toLowerCase()), since],
  );
  return rowCount ?? 0;
}
