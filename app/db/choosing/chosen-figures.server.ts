// How often each of a moment's offers was chosen, and what became of those that nobody chose from.
import { offeredGift, type OfferedGift } from '#app/core/moments/moment-gift.ts';
import type { Queryable } from '../pool.server.ts';

export type ChosenFigures = {
  /** As they were offered, whatever the program says since; the one that was chosen most often first. */
  chosen: { gift: OfferedGift; count: number }[];
  open: number;
  lapsed: number;
};

type Row = { state: string; gift: unknown; count: number };

/** Of gifts that became due from an instant on, and before another. */
export async function chosenFigures(
  db: Queryable,
  shopId: number,
  momentKey: string,
  { from, to }: { from: Date; to: Date },
): Promise<ChosenFigures> {
  const { rows } = await db.query<Row>({
    name: 'chosen-figures',
    text: `select case when chosen is null then state else 'chosen' end as state,
        case when chosen is not null then offers->chosen end as gift, count(*)::int as count
      from "Gift" where "shopId" = $1 and "momentKey" = $2 and "givenAt" >= $3 and "givenAt" < $4 and offers is not null
      group by 1, 2 order by count(*) desc, 2::text`,
    values: [shopId, momentKey, from, to],
  });
  const countOf = (state: string) => rows.find((row) => row.state === state)?.count ?? 0;
  const chosen = rows.flatMap(({ state, gift, count }) =>
    state === 'chosen' ? [{ gift: offeredGift.parse(gift), count }] : [],
  );
  return { chosen, open: countOf('open'), lapsed: countOf('lapsed') };
}
