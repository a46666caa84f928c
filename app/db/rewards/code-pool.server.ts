// The codes of one discount: made before Shopify is asked for them, ready once they were seen there, burnt when they are no use.
import type { PoolClient } from 'pg';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import type { Queryable } from '../pool.server.ts';
import { readableReward } from './read-reward.server.ts';

/** Within a transaction. Texts that the shop has had already are left out; the others come back. */
export async function addMakingCodes(
  client: PoolClient,
  shopId: number,
  { owner, batchId, codes }: { owner: string; batchId: string | null; codes: readonly string[] },
  now: Date,
): Promise<string[]> {
  const { rows } = await client.query<{ code: string }>(
    `insert into "RewardCode" ("shopId", code, owner, "batchId", state, "madeAt")
     select $1, c, $2, $3, 'making', $5 from unnest($4::text[]) as c on conflict do nothing returning code`,
    [shopId, owner, batchId, codes, now],
  );
  return rows.map(({ code }) => code);
}

/** Whether a first code may still be asked for: nobody has seen it at Shopify yet. */
export async function isStillMaking(db: Queryable, shopId: number, code: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `select 1 from "RewardCode" where "shopId" = $1 and code = $2 and state = 'making' and "batchId" is null`,
    [shopId, code],
  );
  return (rowCount ?? 0) > 0;
}

/** Nobody is given one of these any more. Vouchers keep theirs. Returns whether there were any. */
export async function burnPool(db: Queryable, shopId: number, owner: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `update "RewardCode" set state = 'burnt' where "shopId" = $1 and owner = $2 and state in ('ready', 'making')`,
    [shopId, owner],
  );
  return (rowCount ?? 0) > 0;
}

/** All codes of the discount are compared with ours as soon as they are looked after, not only at night. */
export async function sweepSoon(db: Queryable, shopId: number, owner: string): Promise<void> {
  await db.query('update "ShopDiscount" set "sweptAt" = null where "shopId" = $1 and owner = $2', [
    shopId,
    owner,
  ]);
}

export async function burnCodes(db: Queryable, shopId: number, codes: readonly string[]): Promise<void> {
  await db.query(
    `update "RewardCode" set state = 'burnt'
     where "shopId" = $1 and code = any($2::text[]) and state in ('ready', 'making')`,
    [shopId, codes],
  );
}

/** Batches of codes that nobody waits for any more. Those that heal are of vouchers, and end by themselves. */
export async function closePoolBatches(
  db: Queryable,
  shopId: number,
  owner: string,
  now: Date,
): Promise<void> {
  await db.query(
    `update "CodeBatch" set "closedAt" = $3
     where "shopId" = $1 and owner = $2 and "closedAt" is null and not heals`,
    [shopId, owner, now],
  );
}

/** The discount itself is gone, and nothing of what was asked for can come any more: its vouchers' codes are looked at anew. */
export async function forgetPool(db: Queryable, shopId: number, owner: string, now: Date): Promise<void> {
  await burnPool(db, shopId, owner);
  await db.query(
    'update "CodeBatch" set "closedAt" = $3 where "shopId" = $1 and owner = $2 and "closedAt" is null',
    [shopId, owner, now],
  );
  await sweepSoon(db, shopId, owner);
}

/** Whether a voucher, a gift that waits for its code, or a batch under way still needs the discount. */
export async function isOwnerNeeded(
  db: Queryable,
  shopId: number,
  owner: string,
  waiting: { rewardKey: string; hasValue: (reward: Reward) => boolean },
): Promise<boolean> {
  const { rows } = await db.query<{ needed: boolean }>(
    `select exists (select 1 from "Voucher" where "shopId" = $1 and "rewardKey" = $3 and owner = $2
         and state in ('held', 'releasing'))
       or exists (select 1 from "CodeBatch" where "shopId" = $1 and owner = $2 and "closedAt" is null) as needed`,
    [shopId, owner, waiting.rewardKey],
  );
  if (rows[0]?.needed) return true;
  const gifts = await db.query<{ gives: unknown }>(
    `select gives from "Gift" where "shopId" = $1 and state = 'waiting' and "rewardKey" = $2`,
    [shopId, waiting.rewardKey],
  );
  return gifts.rows.some(({ gives }) => {
    const reward = readableReward(gives);
    return reward !== null && waiting.hasValue(reward);
  });
}
