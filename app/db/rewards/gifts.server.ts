// Gifts: what a cause brought a member. Asked for over the person, so that nobody is given the same thing twice. Members must be
// locked.
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import type { Queryable } from '../pool.server.ts';
import { ofShop } from '../shop/of-shop.server.ts';

export type GiftState = 'given' | 'waiting' | 'withdrawn';

/** By a hand: Shopify's id of the user, the reason for the record, the sentence for the customer. */
export type GivenBy = { madeBy: string; reason: string; note: string | null };

export type NewGift = {
  memberId: string;
  cause: string;
  requestHash: string;
  reward: Reward;
  programVersion: number;
  state: GiftState;
  givenAt: Date;
  by: GivenBy | null;
};

export async function addGift(db: Queryable, shopId: number, gift: NewGift): Promise<void> {
  const { memberId, cause, requestHash, reward, programVersion, state, givenAt, by } = gift;
  await db.query({
    name: 'add-gift',
    text: `insert into "Gift" ("shopId", "memberId", cause, "requestHash", "rewardKey", gives, "programVersion", state, "givenAt",
        "madeBy", reason, note) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    values: [
      ...[shopId, memberId, cause, requestHash, reward.key, JSON.stringify(reward), programVersion, state],
      ...[givenAt, by?.madeBy ?? null, by?.reason ?? null, by?.note ?? null],
    ],
  });
}

/** What became of a gift: it was given its code, or taken back before it had one. */
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

/** What the cause brought the person before; null where it brought nothing yet. */
export async function giftOfPerson(
  db: Queryable,
  shopId: number,
  memberId: string,
  cause: string,
): Promise<{ requestHash: string; state: GiftState } | null> {
  const { rows } = await db.query<{ requestHash: string; state: GiftState }>(
    `select g."requestHash", g.state from person_of($1, $2) as p
     cross join lateral (
       select * from "Gift" g where ${ofShop('g', '$1')} and g."memberId" = p.id and g.cause = $3 offset 0
     ) as g`,
    [shopId, memberId, cause],
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
