// Codes of full cards that are given in the cart again, or are about to be.
import { cardRewardKey } from '#app/core/discounts/card-reward.ts';
import type { Queryable } from '../pool.server.ts';
import type { NamedVoucher } from '../rewards/releases.server.ts';

/**
 * Those that are held, where their stamps would fill a card again: not of one that is larger by now, and not of somebody who was
 * left out, to whom the cart gives nothing.
 */
export async function codesOfCartCards(
  db: Queryable,
  shopId: number,
  cards: readonly { key: string; size: number }[],
  limit: number,
): Promise<NamedVoucher[]> {
  const { rows } = await db.query<NamedVoucher>(
    `select v.id::text, v."memberId"::text from unnest($2::text[], $3::int[]) as of(reward, size)
     join "Voucher" v on v."shopId" = $1 and v."rewardKey" = of.reward and v.state = 'held' and v.price >= of.size
     where not exists (
       select 1 from survivors_of($1, v."memberId") as l join "Member" s on s."shopId" = $1 and s.id = l.id
       where l."mergedIntoId" is null and s.blocked
     ) order by v.id limit $4`,
    [shopId, cards.map(({ key }) => cardRewardKey(key)), cards.map(({ size }) => size), limit],
  );
  return rows;
}
