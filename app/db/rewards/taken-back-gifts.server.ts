// A gift as whoever takes it back finds it, over the person. Its member must be locked.
import type { Queryable } from '../pool.server.ts';
import { ofShop } from '../shop/of-shop.server.ts';

export type GiftToTakeBack =
  | { state: 'waiting' | 'taken-back'; memberId: string }
  | { state: 'held'; memberId: string; voucherId: string };

type Row = {
  memberId: string;
  gift: string;
  byHand: boolean;
  voucherId: string | null;
  voucher: string | null;
};

/**
 * Its voucher, where it has one, is locked. Of several, which customers who were merged can have, the one that waits, else one that
 * is held. Null where there is no such gift, or it was used or went another way.
 */
export async function giftToTakeBack(
  db: Queryable,
  shopId: number,
  memberId: string,
  cause: string,
): Promise<GiftToTakeBack | null> {
  const { rows } = await db.query<Row>(
    `select g."memberId"::text, g.state as gift, g."takenBackBy" is not null as "byHand", v.id::text as "voucherId",
       v.state as voucher
     from "Gift" g left join lateral (
       select id, state from "Voucher" o where o."shopId" = $1 and o."memberId" = g."memberId" and o.cause = g.cause for update
     ) as v on true
     where ${ofShop('g', '$1')} and g."memberId" in (select id from person_of($1, $2)) and g.cause = $3
     order by g.state = 'waiting' desc, v.state = 'held' desc nulls last, g."givenAt" desc, g."memberId" desc limit 1`,
    [shopId, memberId, cause],
  );
  return rows[0] ? stateOf(rows[0]) : null;
}

function stateOf({ memberId, gift, byHand, voucherId, voucher }: Row): GiftToTakeBack | null {
  if (gift === 'waiting') return { state: 'waiting', memberId };
  if (gift === 'withdrawn') return byHand ? { state: 'taken-back', memberId } : null;
  if (voucherId === null) return null;
  if (voucher === 'held') return { state: 'held', memberId, voucherId };
  return voucher === 'releasing' ? { state: 'taken-back', memberId } : null;
}

/** It gets no code any more. */
export async function withdrawGift(
  db: Queryable,
  shopId: number,
  { memberId, cause }: { memberId: string; cause: string },
  by: { userId: string; reason: string },
): Promise<void> {
  await db.query(
    `update "Gift" set state = 'withdrawn', "takenBackBy" = $4, "takenBackReason" = $5
     where "shopId" = $1 and "memberId" = $2 and cause = $3 and state = 'waiting'`,
    [shopId, memberId, cause, by.userId, by.reason],
  );
}
