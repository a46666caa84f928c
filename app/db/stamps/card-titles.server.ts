// Titles of a shop's cards: an order names our discount by its title alone. What versions published is read from the
// versions, what Shopify showed beside it is kept here, and what the merchant called a card's, or somebody else's.
import type { ProgramRules, ProgramVersion } from '#app/core/program/program-rules.ts';
import { titlesOfCards, titlesOfVersions, type TitleOfCard } from '#app/core/program/titles-of-versions.ts';
import { titleBook, type TitleBook } from '#app/core/stamps/free-on-line.ts';
import { foldTitle, TITLE_LINGERS_MS, type DatedTitle } from '#app/core/stamps/title-spans.ts';
import type { Queryable } from '../pool.server.ts';

export type CardTitle = TitleOfCard;

/** The titles that published rules give their cards, in every language. */
export function titlesOfRules({ cards }: Pick<ProgramRules, 'cards'>): CardTitle[] {
  return titlesOfCards(cards);
}

/** Without dates, which versions have: an older process of ours knows no others. Returns those that were new. */
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

/**
 * Shopify showed these titles, beside those of the versions, from an instant until another. Returns those that weren't
 * known of lately: orders may have named them meanwhile.
 */
export async function keepSeenTitles(
  db: Queryable,
  shopId: number,
  titles: readonly (CardTitle & { from: Date })[],
  until: Date,
): Promise<CardTitle[]> {
  const lately = new Date(until.getTime() - TITLE_LINGERS_MS);
  const { rows } = await db.query<CardTitle>(
    `with named as (
       select k, t, min(f) as f from unnest($2::text[], $3::text[], $4::timestamptz[]) as named(k, t, f) group by k, t
     ), before as (
       select "cardKey", title, seen from "CardTitle" where "shopId" = $1
     ), kept as (
       insert into "CardTitle" as c ("shopId", "cardKey", title, since, seen)
       select $1, k, t, $5, tstzmultirange(tstzrange(f, $5, '[]')) from named
       on conflict ("shopId", "cardKey", title) do update set seen = coalesce(c.seen, '{}') + excluded.seen
       returning "cardKey", title
     )
     select "cardKey", title from kept
     join named on k = "cardKey" and t = title left join before b using ("cardKey", title)
     where b.seen is null or not (b.seen @> f and b.seen && tstzrange($6, $5))`,
    [
      shopId,
      titles.map(({ cardKey }) => cardKey),
      titles.map(({ title }) => title),
      titles.map(({ from }) => from),
      until,
      lately,
    ],
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

/** The merchant says that these titles are a card's: at any time, and until they say otherwise. */
export async function sayCardTitles(
  db: Queryable,
  shopId: number,
  titles: readonly CardTitle[],
  at: Date,
): Promise<void> {
  await db.query(
    `insert into "CardTitle" as c ("shopId", "cardKey", title, since, "saidAt")
     select distinct $1::int, k, t, $4::timestamptz, $4::timestamptz from unnest($2::text[], $3::text[]) as named(k, t)
     on conflict ("shopId", "cardKey", title) do update set "saidAt" = coalesce(c."saidAt", excluded."saidAt")`,
    [shopId, titles.map(({ cardKey }) => cardKey), titles.map(({ title }) => title), at],
  );
}

const SAID = `"shopId" = $1 and lower(btrim(title)) = $2 and "saidAt" is not null`;

/** What versions published, or Shopify showed, under the title stays known. */
export async function unsayCardTitle(db: Queryable, shopId: number, title: string): Promise<void> {
  const values = [shopId, foldTitle(title)];
  await db.query(`delete from "CardTitle" where ${SAID} and since = "saidAt" and seen is null`, values);
  await db.query(`update "CardTitle" set "saidAt" = null where ${SAID}`, values);
}

export async function isSaid(db: Queryable, shopId: number, title: string): Promise<boolean> {
  const { rows } = await db.query(`select 1 from "CardTitle" where ${SAID} limit 1`, [
    shopId,
    foldTitle(title),
  ]);
  return rows.length > 0;
}

type TitleRow = {
  cardKey: string | null;
  title: string;
  from: Date | null;
  until: Date | null;
  said: boolean;
};

/**
 * The title book: which card's a discount's title was and when, or that it is somebody else's. Where orders are applied, they
 * must be locked: what the merchant says makes them due again under their lock.
 */
export async function readTitleBook(
  db: Queryable,
  shopId: number,
  versions: readonly ProgramVersion[],
): Promise<TitleBook> {
  const { rows } = await db.query<TitleRow>({
    name: 'title-book',
    text: `select "cardKey", title, lower(span) as from, upper(span) as until, false as said
      from "CardTitle" left join unnest(seen) as span on true where "shopId" = $1
      union all
      select "cardKey", title, null, null, true from "CardTitle" where "shopId" = $1 and "saidAt" is not null
      union all
      select distinct null, title, null::timestamptz, null::timestamptz, false from "OrderFlag"
      where "shopId" = $1 and reason = 'foreign-title' and "freeUnits" = 0`,
    values: [shopId],
  });
  const published = titlesOfVersions(versions);
  const ours = rows.flatMap(({ cardKey, ...title }) => (cardKey === null ? [] : [{ ...title, cardKey }]));
  const foreign = rows.flatMap(({ cardKey, title }) => (cardKey === null ? [title] : []));
  const kept = ours.filter((title) => title.said || !isDatedIn(published, title));
  return titleBook([...published, ...kept], foreign);
}

/** A title that versions publish, and that was seen at no other time: they say when. */
function isDatedIn(published: readonly DatedTitle[], { cardKey, title, from }: DatedTitle): boolean {
  if (from) return false;
  return published.some((one) => one.cardKey === cardKey && foldTitle(one.title) === foldTitle(title));
}
