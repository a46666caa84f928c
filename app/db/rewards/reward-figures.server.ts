// What became of all that was given of each reward, ever: what is still held, what orders use, what lapsed, and what it has cost.
import type { RewardFigures } from '#app/core/rewards/reward-figures.ts';
import type { Queryable } from '../pool.server.ts';

/** One statement for all rewards of the shop, those that are in the program no more among them; by the reward's key. */
export async function rewardFigures(db: Queryable, shopId: number): Promise<Record<string, RewardFigures>> {
  const { rows } = await db.query<RewardFigures & { key: string }>({
    name: 'reward-figures',
    text: `with uses as (
        select u."voucherId", bool_or(u.counts) as counts, sum(u."offMinor") as off,
          count(*) filter (where u."offMinor" is null) as unmeasured
        from "VoucherUse" u where u."shopId" = $1 group by 1
      )
      select v."rewardKey" as key, count(*)::int as given, (count(*) filter (where v.state = 'held'))::int as held,
        (count(*) filter (where uses.counts))::int as used,
        (count(*) filter (where v."releaseWhy" = 'lapsed' and v.state <> 'used'))::int as lapsed,
        coalesce(sum(uses.off), 0)::float8 as "costMinor", coalesce(sum(uses.unmeasured), 0)::int as unmeasured
      from "Voucher" v left join uses on uses."voucherId" = v.id where v."shopId" = $1 group by 1`,
    values: [shopId],
  });
  return Object.fromEntries(rows.map(({ key, ...figures }) => [key, figures]));
}
