// The gifts of which a person can still choose one, as the member's page lists them.
import type { Localized } from '#app/core/values/languages.ts';
import { MOMENT_TITLE } from '../moments/moment-title.server.ts';
import type { Queryable } from '../pool.server.ts';
import { ofShop } from '../shop/of-shop.server.ts';

export type OpenGift = {
  cause: string;
  /** Of the moment that brought it. */
  title: Localized | null;
  /** The last day on which it can be chosen. */
  until: string;
};

/** Those that end first come first. */
export async function openGifts(db: Queryable, shopId: number, memberId: string): Promise<OpenGift[]> {
  const { rows } = await db.query<OpenGift>({
    name: 'open-gifts',
    text: `select g.cause, ${MOMENT_TITLE} as title, to_char(g."openUntil", 'YYYY-MM-DD') as until
      from person_of($1, $2) as p
      cross join lateral (
        select * from "Gift" g where ${ofShop('g', '$1')} and g."memberId" = p.id and g.state = 'open' offset 0
      ) as g
      order by 3, 1`,
    values: [shopId, memberId],
  });
  return rows;
}
