// The titles by which orders name our discounts, and those that the merchant has called somebody else's.
import { NO_TITLES, titleBook, type TitleBook } from '#app/core/stamps/free-on-line.ts';
import type { Queryable } from '../pool.server.ts';

type Row = { cardKey: string | null; title: string };

export async function readTitleBook(db: Queryable, shopId: number): Promise<TitleBook> {
  const { rows } = await db.query<Row>({
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
