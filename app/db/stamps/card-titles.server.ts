// Every title that a card's discount ever had: an order names our discount by its title alone. Beside them those that the
// merchant has called somebody else's.
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { NO_TITLES, titleBook, type TitleBook } from '#app/core/stamps/free-on-line.ts';
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

type TitleRow = { cardKey: string | null; title: string };

/** The title book: which card's a discount's title is, or that it is somebody else's. */
export async function readTitleBook(db: Queryable, shopId: number): Promise<TitleBook> {
  const { rows } = await db.query<TitleRow>({
    name: 'title-book',
    text: `select "cardKey", title from "CardTitle" where "shopId" = $1
      union all
      select distinct null, title from "OrderFlag"
      where "shopId" = $1 and reason = 'foreign-title' and "freeUnits" = 0`,
    values: [shopId],
  });
  if (rows.length === 0) return NO_TITLES;
  const ours = rows.flatMap(({ cardKey, title }) => (cardKey === null ? [] : [{ cardKey, title }]));
  const foreign = rows.flatMap(({ cardKey, title }) => (cardKey === null ? [title] : []));
  return titleBook(ours, foreign);
}
