// Discounts of rewards: one for each value that is published, or of which somebody still holds a code.
import type { PoolClient } from 'pg';
import type { KeptDiscount } from '#app/core/discounts/decide-discounts.ts';
import type { DiscountProblem } from '#app/core/discounts/discount-problem.ts';
import { completeGives } from '#app/core/rewards/complete-gives.ts';
import type { RewardGives } from '#app/core/rewards/reward-gives.ts';
import type { RewardValue } from '#app/core/rewards/reward-value.ts';
import { usesFunction } from '#app/core/rewards/uses-function.ts';
import type { Queryable } from '../pool.server.ts';
import { forgetPool } from '../rewards/code-pool.server.ts';
import type { DiscountState } from './shop-discounts.server.ts';

/** Codes of a value that is published for the first time, or again. */
const FRESH_POOL = 50;

/** A value that is published; `value` is stored as it is. */
export type PublishedValue = { rewardKey: string; valueHash: string; title: string; value: RewardValue };

export type RewardDiscount = KeptDiscount & {
  title: string;
  /** As it was written: what came after it is missing. */
  value: RewardValue;
  /** Its own, with all that rewards have today. */
  gives: RewardGives;
  problem: DiscountProblem | null;
  state: DiscountState;
  firstCode: string | null;
  /** Nobody holds a code of it any more: it goes, and is never taken up again. */
  isEnding: boolean;
};

/** Those that are not gone for good, in the order of their owners. */
export async function rewardDiscounts(db: Queryable, shopId: number): Promise<RewardDiscount[]> {
  const { rows } = await db.query<Omit<RewardDiscount, 'gives'>>(
    `select owner, "discountId"::text, "publishedHash", "shownHash", title, value, "firstCode", problem, state,
       "endingSince" is not null as "isEnding"
     from "ShopDiscount"
     where "shopId" = $1 and owner like 'reward/%' and value is not null and state <> 'gone' order by owner`,
    [shopId],
  );
  return rows.map((row) => ({ ...row, gives: completeGives(row.value.gives) }));
}

/**
 * A row for a value that has none that lives. A value whose discount is ending gets its next one. Where Shopify doesn't run it nobody
 * is given a code.
 */
export async function openRewardDiscount(
  db: Queryable,
  shopId: number,
  { rewardKey, valueHash, title, value }: PublishedValue,
  { runs }: { runs: boolean },
): Promise<void> {
  const stem = `reward/${rewardKey}/${valueHash}/`;
  await db.query(
    `insert into "ShopDiscount" ("shopId", owner, title, value, "poolSize")
     select $1, $2 || (1 + coalesce(max(split_part(owner, '/', 4)::int), 0)), $3, $4, $5
     from "ShopDiscount" where "shopId" = $1 and starts_with(owner, $2)
     having count(*) filter (where "endingSince" is null) = 0
     on conflict do nothing`,
    [shopId, stem, title, JSON.stringify(value), runs ? FRESH_POOL : 0],
  );
  await db.query(
    `update "ShopDiscount" set title = $3,
       "poolSize" = case when not $4 then 0 when "poolSize" = 0 then ${FRESH_POOL} else "poolSize" end
     where "shopId" = $1 and starts_with(owner, $2) and "endingSince" is null and (title <> $3 or ("poolSize" = 0) = $4)`,
    [shopId, stem, title, runs],
  );
}

/** Its value is published no more: nobody is to be given a code of it. */
export async function endPool(client: PoolClient, shopId: number, owner: string): Promise<void> {
  await client.query('update "ShopDiscount" set "poolSize" = 0 where "shopId" = $1 and owner = $2', [
    shopId,
    owner,
  ]);
}

/** Owners that live and whose value is in none of the published ones, given as `reward/<key>/<hash>`. */
export async function unpublishedOwners(
  db: Queryable,
  shopId: number,
  published: readonly string[],
): Promise<string[]> {
  const { rows } = await db.query<{ owner: string }>(
    `select owner from "ShopDiscount" where "shopId" = $1 and owner like 'reward/%' and "endingSince" is null
       and not regexp_replace(owner, '/[0-9]+$', '') = any($2::text[]) order by owner`,
    [shopId, published],
  );
  return rows.map(({ owner }) => owner);
}

/** Within a transaction; false where it is ending already. Whoever asks for codes of it waits until the transaction ends. */
export async function lockRewardDiscount(
  client: PoolClient,
  shopId: number,
  owner: string,
): Promise<boolean> {
  const { rowCount } = await client.query(
    'select 1 from "ShopDiscount" where "shopId" = $1 and owner = $2 and "endingSince" is null for update',
    [shopId, owner],
  );
  return (rowCount ?? 0) > 0;
}

/** The same; false also where its value is published no more. */
export async function lockPool(client: PoolClient, shopId: number, owner: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `select 1 from "ShopDiscount" where "shopId" = $1 and owner = $2 and "endingSince" is null and "poolSize" > 0
     for update`,
    [shopId, owner],
  );
  return (rowCount ?? 0) > 0;
}

export async function markEnding(
  client: PoolClient,
  shopId: number,
  owner: string,
  now: Date,
): Promise<void> {
  await client.query('update "ShopDiscount" set "endingSince" = $3 where "shopId" = $1 and owner = $2', [
    shopId,
    owner,
    now,
  ]);
}

/** Shopify has none any more. The row stays, so that its name is given to no other. */
export async function markGone(db: Queryable, shopId: number, owner: string): Promise<void> {
  await db.query(
    `update "ShopDiscount" set state = 'gone', "discountId" = null, problem = null, "problemSaid" = null
     where "shopId" = $1 and owner = $2 and "endingSince" is not null`,
    [shopId, owner],
  );
}

/** @param code null: none that could still be asked for */
export async function keepFirstCode(
  db: Queryable,
  shopId: number,
  owner: string,
  code: string,
): Promise<void> {
  await db.query('update "ShopDiscount" set "firstCode" = $3 where "shopId" = $1 and owner = $2', [
    shopId,
    owner,
    code,
  ]);
}

/**
 * Whose codes a redemption takes: the discount of a published value that Shopify has, and that isn't ending. Null: none yet.
 */
export async function publishedOwner(
  db: Queryable,
  shopId: number,
  rewardKey: string,
  valueHash: string,
): Promise<string | null> {
  const { rows } = await db.query<{ owner: string }>(
    `select owner from "ShopDiscount" where "shopId" = $1 and starts_with(owner, $2) and "endingSince" is null
       and "discountId" is not null limit 1`,
    [shopId, `reward/${rewardKey}/${valueHash}/`],
  );
  return rows[0]?.owner ?? null;
}

/** Owners whose codes take nothing off: Shopify doesn't run the function, or nothing that they are for is there any more. */
export async function ownersOfNothing(db: Queryable, shopId: number): Promise<string[]> {
  const { rows } = await db.query<{ owner: string }>(
    `select owner from "ShopDiscount" where "shopId" = $1 and owner like 'reward/%' and "endingSince" is null
       and problem in ('functions-not-available', 'products-gone') order by owner`,
    [shopId],
  );
  return rows.map(({ owner }) => owner);
}

/** Shopify has none of those any more that a function decides. What was ready is burnt, and vouchers' codes are looked for anew. */
export async function forgetFunctionRewards(db: Queryable, shopId: number, at: Date): Promise<void> {
  const living = (await rewardDiscounts(db, shopId)).filter(({ isEnding }) => !isEnding);
  for (const { owner, gives } of living) {
    if (!usesFunction(gives)) continue;
    await forgetPool(db, shopId, owner, at);
    await db.query(
      `update "ShopDiscount" set "discountId" = null, state = 'missing', "shownHash" = '', problem = null, "problemSaid" = null
       where "shopId" = $1 and owner = $2`,
      [shopId, owner],
    );
  }
}
