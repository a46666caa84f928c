// Rewards with which something happened that the merchant should look at, until somebody has.
import type { VoucherFlag } from '#app/core/rewards/settle-voucher.ts';
import type { Localized } from '#app/core/values/languages.ts';
import type { Queryable } from '../pool.server.ts';
import { ORDERS_OF_VOUCHER, type OrderOfReward } from './orders-of-voucher.server.ts';

export type FlaggedReward = {
  id: string;
  flag: VoucherFlag;
  title: Localized;
  price: number;
  memberId: string;
  customerId: string;
  orders: OrderOfReward[];
};

/** `Voucher_flagged_idx` holds these alone. */
const OPEN = `v."shopId" = $1 and v.flag is not null and v.flag is distinct from v."flagSeen"`;

/** The newest first. */
export async function flaggedRewards(db: Queryable, shopId: number, limit: number): Promise<FlaggedReward[]> {
  const { rows } = await db.query<FlaggedReward>(
    `select v.id::text, v.flag, v.gives->'title' as title, v.price::float8 as price, m.id::text as "memberId",
       m."customerId"::text as "customerId", ${ORDERS_OF_VOUCHER} as orders
     from "Voucher" v join "Member" m on m."shopId" = v."shopId" and m.id = v."memberId"
     where ${OPEN} order by v.id desc limit $2`,
    [shopId, limit],
  );
  return rows;
}

/** Counted up to a hundred. */
export async function countFlaggedRewards(db: Queryable, shopId: number): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `select count(*)::int from (select 1 from "Voucher" v where ${OPEN} limit 100) as open`,
    [shopId],
  );
  return rows[0]?.count ?? 0;
}

/** What was looked at, as it was shown; what has happened since is still to be looked at. */
export async function setFlagSeen(
  db: Queryable,
  shopId: number,
  { id, flag }: { id: string; flag: string },
): Promise<void> {
  await db.query('update "Voucher" set "flagSeen" = $3 where "shopId" = $1 and id = $2 and flag = $3', [
    shopId,
    id,
    flag,
  ]);
}
