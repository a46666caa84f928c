// A page of the record of rewards, with the number of all its rows.
import { RECORD_ROWS, type RecordView } from '#app/core/rewards/reward-record.ts';
import { pool } from '#app/db/pool.server.ts';
import {
  givenRewards,
  rewardedOrders,
  type GivenReward,
  type RecordCursor,
  type RewardedOrder,
} from '#app/db/rewards/reward-record.server.ts';

export type RewardRecord = {
  /** Rows of the view since the day, on all its pages. */
  all: number;
  hasNext: boolean;
} & ({ view: 'orders'; orders: RewardedOrder[] } | { view: 'given' | 'lapsed'; given: GivenReward[] });

type Wanted = { view: RecordView; since: string | null; after: RecordCursor | null };

export async function readRewardRecord(
  shopId: number,
  { view, since, after }: Wanted,
): Promise<RewardRecord> {
  const wanted = { since, after, limit: RECORD_ROWS + 1 };
  if (view === 'orders') {
    const orders = await rewardedOrders(pool(), shopId, wanted);
    return { ...pageOf(orders), view, orders: orders.slice(0, RECORD_ROWS) };
  }
  const given = await givenRewards(pool(), shopId, view, wanted);
  return { ...pageOf(given), view, given: given.slice(0, RECORD_ROWS) };
}

function pageOf(rows: readonly { all: number }[]) {
  return { all: rows[0]?.all ?? 0, hasNext: rows.length > RECORD_ROWS };
}
