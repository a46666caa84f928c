// Gifts: what a cause brought a member. Asked for over the person, so that nobody is given the same thing twice. Members must be
// locked.
import { isPoints, type Gives } from '#app/core/rewards/gift.ts';
import { IS_GIFT } from '../moments/gifts.server.ts';
import type { Queryable } from '../pool.server.ts';
import { ofShop } from '../shop/of-shop.server.ts';

export type GiftState = 'given' | 'waiting' | 'withdrawn';

/** By a hand: Shopify's id of the user, the reason for the record, the sentence for the customer. */
export type GivenBy = { madeBy: string; reason: string; note: string | null };

export type NewGift = {
  memberId: string;
  cause: string;
  /** Of what was asked for; empty where nobody asked. */
  requestHash: string;
  gives: Gives;
  programVersion: number;
  givenAt: Date;
  by: GivenBy | null;
};

function rowOf({ gives, by, ...gift }: NewGift) {
  return { ...gift, rewardKey: isPoints(gives) ? null : gives.key, gives, ...by };
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
        "madeBy", reason, note)
      select $1, r."memberId", r.cause, r."requestHash", r."rewardKey", r.gives, r."programVersion", 'given', r."givenAt",
        r."madeBy", r.reason, r.note
      from jsonb_to_recordset($2::jsonb) as r("memberId" bigint, cause text, "requestHash" text, "rewardKey" text, gives jsonb,
        "programVersion" int, "givenAt" timestamptz, "madeBy" text, reason text, note text)
      where not ${WAS_GIVEN} on conflict do nothing returning "memberId"::text, cause`,
    values: [shopId, JSON.stringify(gifts.map(rowOf))],
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

/** Gifts of these members that wait for a code get none any more. */
export async function withdrawWaitingGifts(
  db: Queryable,
  shopId: number,
  memberIds: readonly string[],
): Promise<void> {
  await db.query(
    `update "Gift" set state = 'withdrawn'
     where "shopId" = $1 and "memberId" = any($2::bigint[]) and state = 'waiting'`,
    [shopId, memberIds],
  );
}
