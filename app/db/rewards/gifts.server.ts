// Gifts: what a cause brought a member. Asked for over the person, so that nobody is given the same thing twice. Members must be
// locked.
import type { OfferedGift, TaskGift } from '#app/core/moments/moment-gift.ts';
import type { Gives, NothingGift } from '#app/core/rewards/gift.ts';
import { IS_GIFT } from '../moments/gifts.server.ts';
import type { Queryable } from '../pool.server.ts';
import { ofShop } from '../shop/of-shop.server.ts';

/** Open: to be chosen by the member. Held out: by lot, to see what the moment does. */
export type GiftState = 'given' | 'waiting' | 'withdrawn' | 'open' | 'lapsed' | 'held-out';

/** Of a moment of the list: which, the order that it is for, and what there is to choose until when. */
export type OfMoment = {
  momentKey: string;
  orderId?: string | null;
  choice?: { offers: readonly OfferedGift[]; openUntil: string };
};

/** By a hand: Shopify's id of the user, the reason for the record, the sentence for the customer. */
export type GivenBy = { madeBy: string; reason: string; note: string | null };

export type NewGift = {
  memberId: string;
  cause: string;
  /** Of what was asked for; empty where nobody asked. */
  requestHash: string;
  gives: Gives | TaskGift | NothingGift;
  programVersion: number;
  givenAt: Date;
  by: GivenBy | null;
  of?: OfMoment | undefined;
  /** Given, where nothing else is said. */
  state?: GiftState;
};

function rowOf({ gives, by, of, state = 'given', ...gift }: NewGift) {
  const rewardKey = 'key' in gives ? gives.key : null;
  const moment = of && { momentKey: of.momentKey, orderId: of.orderId, ...of.choice };
  return { ...gift, rewardKey, gives, state, ...by, ...moment };
}

/** Of a gift `r`, whose members and those who were merged into them are asked for. */
const WAS_GIVEN = `exists (
  select 1 from person_of($1, r."memberId") as p cross join lateral (
    (select 1 from "Gift" t where ${ofShop('t', '$1')} and t."memberId" = p.id and t.cause = r.cause offset 0)
    union all
    (select 1 from "LedgerEntry" g where ${ofShop('g', '$1')} and g."memberId" = p.id and ${IS_GIFT}
      and g."sourceKey" = r.cause offset 0)
  ) as before)`;

/**
 * Notes these gifts as given, but for those that their person was given already, be it by an older process that wrote an entry
 * alone. What comes back has member and cause of those that are new.
 */
export async function beginGifts(
  db: Queryable,
  shopId: number,
  gifts: readonly NewGift[],
): Promise<{ memberId: string; cause: string }[]> {
  const { rows } = await db.query<{ memberId: string; cause: string }>({
    name: 'begin-gifts',
    text: `insert into "Gift" ("shopId", "memberId", cause, "requestHash", "rewardKey", gives, "programVersion", state, "givenAt",
        "madeBy", reason, note, "momentKey", "orderId", offers, "openUntil")
      select $1, r."memberId", r.cause, r."requestHash", r."rewardKey", r.gives, r."programVersion", r.state, r."givenAt",
        r."madeBy", r.reason, r.note, r."momentKey", r."orderId", r.offers, r."openUntil"
      from jsonb_to_recordset($2::jsonb) as r("memberId" bigint, cause text, "requestHash" text, "rewardKey" text, gives jsonb,
        "programVersion" int, "givenAt" timestamptz, "madeBy" text, reason text, note text, state text, "momentKey" text,
        "orderId" bigint, offers jsonb, "openUntil" date)
      where not ${WAS_GIVEN} on conflict do nothing returning "memberId"::text, cause`,
    values: [shopId, JSON.stringify(gifts.map(rowOf))],
  });
  return rows;
}

/** Those of these gifts whose person had nothing by their cause. */
export async function notYetGiven(
  db: Queryable,
  shopId: number,
  gifts: readonly { memberId: string; cause: string }[],
): Promise<{ memberId: string; cause: string }[]> {
  const { rows } = await db.query<{ memberId: string; cause: string }>({
    name: 'not-yet-given',
    text: `select r."memberId"::text, r.cause from jsonb_to_recordset($2::jsonb) as r("memberId" bigint, cause text)
      where not ${WAS_GIVEN}`,
    values: [shopId, JSON.stringify(gifts)],
  });
  return rows;
}

/** What became of a gift: it waits for a code, was given it, or was taken back before it had one. */
export async function setGiftState(
  db: Queryable,
  shopId: number,
  { memberId, cause }: Pick<NewGift, 'memberId' | 'cause'>,
  state: GiftState,
): Promise<void> {
  await db.query('update "Gift" set state = $4 where "shopId" = $1 and "memberId" = $2 and cause = $3', [
    shopId,
    memberId,
    cause,
    state,
  ]);
}

/**
 * Of gifts of a person by one cause, which several can have once customers are merged: what was asked for in the same words, else
 * the newest.
 */
export const firstOf = (gift: string, requestHash: string): string =>
  `${gift}."requestHash" = ${requestHash} desc, ${gift}."givenAt" desc, ${gift}."memberId" desc`;

/** What the cause brought the person before; null where it brought nothing yet. */
export async function giftOfPerson(
  db: Queryable,
  shopId: number,
  memberId: string,
  { cause, requestHash }: Pick<NewGift, 'cause' | 'requestHash'>,
): Promise<{ requestHash: string; state: GiftState } | null> {
  const { rows } = await db.query<{ requestHash: string; state: GiftState }>(
    `select g."requestHash", g.state from person_of($1, $2) as p
     cross join lateral (
       select * from "Gift" g where ${ofShop('g', '$1')} and g."memberId" = p.id and g.cause = $3 offset 0
     ) as g order by ${firstOf('g', '$4')} limit 1`,
    [shopId, memberId, cause, requestHash],
  );
  return rows[0] ?? null;
}

/** Gifts of these members that wait for a code, or to be chosen, bring nothing any more. */
export async function withdrawWaitingGifts(
  db: Queryable,
  shopId: number,
  memberIds: readonly string[],
): Promise<void> {
  await db.query(
    `update "Gift" set state = 'withdrawn'
     where "shopId" = $1 and "memberId" = any($2::bigint[]) and state in ('waiting', 'open')`,
    [shopId, memberIds],
  );
}
