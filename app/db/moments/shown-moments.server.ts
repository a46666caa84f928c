// The birthday that a member `m` of a shop `s` told, and the gifts of the person, as the sync reads them.
import { giftExplanation } from '#app/core/moments/gift-explanation.ts';
import { birthdayProjection, openGifts, type MomentsState } from '#app/core/moments/project-moments.ts';
import { ofShop } from '../shop/of-shop.server.ts';
import { giftsWithoutEntry, IS_GIFT, readWithoutEntry, type GiftWithoutEntry } from './gifts.server.ts';
import { birthdayOfRow, BIRTHDAY_COLUMNS, type BirthdayRow } from './birthdays.server.ts';

/** Gifts of members merged into this one, too. A lateral lookup, because the planner would read every entry. */
const GIFTS = `coalesce((
    select json_agg(e.explanation order by e.id) from person_of(m."shopId", m.id) as p
    cross join lateral (
      select id, explanation from "LedgerEntry" g
      where ${ofShop('g', 'm."shopId"')} and g."memberId" = p.id and ${IS_GIFT} offset 0
    ) as e
  ), '[]') as gifts`;

const OTHER_GIFTS = `coalesce((
    select json_agg(w.gift) from person_of(m."shopId", m.id) as p
    cross join lateral (${giftsWithoutEntry('m."shopId"', 's."timeZone"')}) as w
  ), '[]') as "otherGifts"`;

export const SHOWN_MOMENTS = `${BIRTHDAY_COLUMNS}, ${GIFTS}, ${OTHER_GIFTS}`;

export type ShownMoments = BirthdayRow & {
  gifts: readonly unknown[];
  otherGifts: readonly GiftWithoutEntry[];
};

export function shownMoments({ gifts, otherGifts, ...told }: ShownMoments, today: string): MomentsState {
  const points = gifts.map((gift) => giftExplanation.parse(gift));
  const given = [...points, ...otherGifts.flatMap(readWithoutEntry)];
  return { gifts: openGifts(points, today), birthday: birthdayProjection(birthdayOfRow(told), given) };
}
