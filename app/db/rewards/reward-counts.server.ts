// "100 in all": two members hold two locks, so whoever takes such a reward locks a row of its own, after the member. How many
// were taken is counted then, and stored nowhere: what has come back is not among them.
import type { Queryable } from '../pool.server.ts';
import { isRedeemed, wasRedeemed } from './redeemed.server.ts';

type Taken = { taken: number };

const countOf = (counts: string) => `
  select count(*)::int as taken from (
    select 1 from "Voucher" v where v."shopId" = $1 and v."rewardKey" = $2 and v.state in ('held', 'used', 'releasing')
      and ${counts} limit $3
  ) as taken`;

const TAKEN = countOf(wasRedeemed('v'));
const NOT_COME_BACK = countOf(isRedeemed('v'));

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
  const values = [shopId, rewardKey, most];
  const { rows: atMost } = await db.query<Taken>({ name: 'count-taken-in-all', text: TAKEN, values });
  // Each voucher's entries are looked at only where it decides.
  if ((atMost[0]?.taken ?? 0) < most) return atMost[0]?.taken ?? 0;
  const { rows } = await db.query<Taken>({ name: 'count-not-come-back', text: NOT_COME_BACK, values });
  return rows[0]?.taken ?? 0;
}
