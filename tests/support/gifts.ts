// Gifts as their rows have them, and what else may bring one: a cause that gives a reward, a process of the release before.
import { dayIn } from '#app/core/values/days.ts';
import type { Gives } from '#app/core/rewards/gift.ts';
import { pool } from '#app/db/pool.server.ts';
import { changeMember } from '#app/usecases/members/change-member.ts';
import { give } from '#app/usecases/rewards/give.ts';
import { FIVE } from './rewards.ts';
import type { TestShop } from './shops.ts';

export type GiftRow = {
  memberId: string;
  cause: string;
  requestHash: string;
  rewardKey: string | null;
  gives: Gives;
  programVersion: number;
  state: string;
  givenAt: Date;
};

/** Of the shop, by member. */
export async function giftRows(shop: TestShop): Promise<GiftRow[]> {
  const { rows } = await pool().query<GiftRow>(
    `select "memberId"::text, cause, "requestHash", "rewardKey", gives, "programVersion", state, "givenAt" from "Gift"
     where "shopId" = $1 order by "memberId"::bigint, cause`,
    [shop.id],
  );
  return rows;
}

/** As if the program gave a reward for the cause. */
export async function giveReward(shop: TestShop, memberId: string, cause: string, at: Date): Promise<string> {
  const { given, waiting } = await changeMember(shop.id, { memberId }, at, (client, of) => {
    const giving = { member: of!.member, cause, gives: FIVE, programVersion: 2, givenAt: at };
    return give(client, shop.id, [giving], { today: dayIn('Europe/Paris', at), at });
  });
  return given.length > 0 ? 'given' : waiting.length > 0 ? 'waiting' : 'before';
}

/** As if a process of the release before had given them: it writes the entries alone. */
export async function withoutRows(shop: TestShop): Promise<void> {
  await pool().query('delete from "Gift" where "shopId" = $1', [shop.id]);
}
