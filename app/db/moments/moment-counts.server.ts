// "At most 5,000 points of it": two members hold two locks, so whoever gives of a moment that has a most locks a row of its own, after
// the members. How much it gave is counted from its gifts then, and stored nowhere.
import { dearest, offeredGifts, type OfferedGift } from '#app/core/moments/moment-gift.ts';
import type { MomentRule } from '#app/core/moments/moment-rule.ts';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import type { Queryable } from '../pool.server.ts';

type Row = { gives: unknown; offers: unknown; count: number };

/** In the unit of its ceiling; others who give of it wait until the transaction ends. What can be chosen counts as the dearest of it. */
export async function givenInAll(
  db: Queryable,
  shopId: number,
  momentKey: string,
  of: NonNullable<MomentRule['ceiling']>['of'],
  rewards: readonly Reward[],
): Promise<number> {
  await db.query({
    name: 'lock-moment-count',
    text: `insert into "MomentCount" as c ("shopId", "momentKey") values ($1, $2)
      on conflict ("shopId", "momentKey") do update set "momentKey" = excluded."momentKey"`,
    values: [shopId, momentKey],
  });
  return countGiven(db, shopId, momentKey, of, rewards);
}

/** The same without a lock, to be looked at. */
export async function countGiven(
  db: Queryable,
  shopId: number,
  momentKey: string,
  of: NonNullable<MomentRule['ceiling']>['of'],
  rewards: readonly Reward[],
): Promise<number> {
  const { rows } = await db.query<Row>({
    name: 'count-moment-gifts',
    text: `select gives, case when state = 'open' then offers end as offers, count(*)::int as count from "Gift"
      where "shopId" = $1 and "momentKey" = $2 and state in ('given', 'waiting', 'open') group by 1, 2`,
    values: [shopId, momentKey],
  });
  return rows.reduce((sum, { count, ...row }) => sum + count * (dearest(giftsOf(row), of, rewards) ?? 0), 0);
}

/** Words alone cost nothing. */
function giftsOf({ gives, offers }: Omit<Row, 'count'>): OfferedGift[] {
  const read = offeredGifts.safeParse(offers ?? [gives]);
  return read.success ? read.data : [];
}
