// The birthday that a member `m` of a shop `s` told, and the gifts of the person, as the sync reads them.
import { giftExplanation } from '#app/core/moments/gift-explanation.ts';
import { birthdayProjection, openGifts, type MomentsState } from '#app/core/moments/project-moments.ts';
import { ofShop } from '../shop/of-shop.server.ts';
import { IS_GIFT } from './gifts.server.ts';
import { birthdayOfRow, BIRTHDAY_COLUMNS, type BirthdayRow } from './birthdays.server.ts';

/** Gifts of members merged into this one, too. A lateral lookup, because the planner would read every entry. */
const GIFTS = `coalesce((
    select json_agg(e.explanation order by e.id) from person_of(m."shopId", m.id) as p
    cross join lateral (
      select id, explanation from "LedgerEntry" g
      where ${ofShop('g', 'm."shopId"')} and g."memberId" = p.id and ${IS_GIFT} offset 0
    ) as e
  ), '[]') as gifts`;

export const SHOWN_MOMENTS = `${BIRTHDAY_COLUMNS}, ${GIFTS}`;

export type ShownMoments = BirthdayRow & { gifts: readonly unknown[] };

export function shownMoments({ gifts, ...told }: ShownMoments, today: string): MomentsState {
  const given = gifts.map((gift) => giftExplanation.parse(gift));
  return { gifts: openGifts(given, today), birthday: birthdayProjection(birthdayOfRow(told), given) };
}
