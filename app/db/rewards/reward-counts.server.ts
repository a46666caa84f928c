// "100 in all": two members hold two locks, so whoever takes such a reward locks a row of its own, after the member. How many
// were taken is counted then, and stored nowhere: what was released is not among them.
import type { Queryable } from '../pool.server.ts';

/** How often the reward was taken by everybody, as far as `most`. Others who want it wait until the transaction ends. */
export async function countTakenInAll(
  db: Queryable,
  shopId: number,
  rewardKey: string,
  most: number,
): Promise<number> {
  await db.query({
    name: 'lock-reward-count',
    text: `insert into "RewardCount" as c ("shopId", "rewardKey") values ($1, $2)
      on conflict ("shopId", "rewardKey") do update set "rewardKey" = excluded."rewardKey"`,
    values: [shopId, rewardKey],
  });
  const { rows } = await db.query<{ taken: number }>({
    name: 'count-taken-in-all',
    text: `select count(*)::int as taken from (
        select 1 from "Voucher" where "shopId" = $1 and "rewardKey" = $2 and state in ('held', 'used', 'releasing')
          and cause like 'redeem/%' limit $3
      ) as taken`,
    values: [shopId, rewardKey, most],
  });
  return rows[0]?.taken ?? 0;
}
