// A shop's discounts at Shopify: which one is whose, and how Shopify last showed it.
import type { HandChange, KeptDiscount } from '#app/core/discounts/decide-discounts.ts';
import type { DiscountProblem } from '#app/core/discounts/discount-problem.ts';
import type { Queryable } from '../pool.server.ts';
import { doubtOwnDiscounts } from '../rewards/own-discounts.server.ts';
import { forgetFunctionRewards } from './reward-discounts.server.ts';

/** `missing`: Shopify has none. */
export type DiscountState = 'missing' | 'scheduled' | 'active' | 'ended';

export type ShopDiscount = KeptDiscount & {
  state: DiscountState;
  problem: DiscountProblem | null;
  /** Shopify's own words. */
  problemSaid: string | null;
  healed: HandChange | null;
  healedAt: Date | null;
  checkedAt: Date | null;
};

/** In the order of their keys. */
export async function cardDiscounts(db: Queryable, shopId: number): Promise<ShopDiscount[]> {
  const { rows } = await db.query<ShopDiscount>(
    `select owner, "discountId"::text, "publishedHash", "shownHash", state, problem, "problemSaid", healed,
       "healedAt", "checkedAt"
     from "ShopDiscount" where "shopId" = $1 and owner like 'card/%' order by owner`,
    [shopId],
  );
  return rows;
}

/** A row for each, before anything is made for it. */
export async function addShopDiscounts(
  db: Queryable,
  shopId: number,
  owners: readonly string[],
): Promise<void> {
  await db.query(
    `insert into "ShopDiscount" ("shopId", owner) select $1, o from unnest($2::text[]) as o
     on conflict do nothing`,
    [shopId, owners],
  );
}

/** Written down as soon as Shopify says which it is. */
export async function nameDiscount(
  db: Queryable,
  shopId: number,
  owner: string,
  discountId: string,
): Promise<void> {
  await db.query(
    `update "ShopDiscount" set "discountId" = $3, "shownHash" = '' where "shopId" = $1 and owner = $2`,
    [shopId, owner, discountId],
  );
}

export type SeenDiscount = KeptDiscount & { state: DiscountState };

/** As published, at Shopify. */
export async function markSeen(db: Queryable, shopId: number, seen: SeenDiscount, now: Date): Promise<void> {
  await db.query(
    `update "ShopDiscount" set "discountId" = $3, state = $4, "publishedHash" = $5, "shownHash" = $6,
       problem = null, "problemSaid" = null, "checkedAt" = $7
     where "shopId" = $1 and owner = $2`,
    [shopId, seen.owner, seen.discountId, seen.state, seen.publishedHash, seen.shownHash, now],
  );
}

/** Not as published: what is at Shopify, if anything, stays as it was. */
export async function markProblem(
  db: Queryable,
  shopId: number,
  owner: string,
  trouble: { problem: DiscountProblem; said: string; state: DiscountState },
  now: Date,
): Promise<void> {
  await db.query(
    `update "ShopDiscount" set problem = $3, "problemSaid" = $4, state = $5, "checkedAt" = $6,
       "discountId" = case when $5 = 'missing' then null else "discountId" end
     where "shopId" = $1 and owner = $2`,
    [shopId, owner, trouble.problem, trouble.said, trouble.state, now],
  );
}

export async function markHealed(
  db: Queryable,
  shopId: number,
  owner: string,
  healed: HandChange,
  now: Date,
): Promise<void> {
  await db.query(
    'update "ShopDiscount" set healed = $3, "healedAt" = $4 where "shopId" = $1 and owner = $2',
    [shopId, owner, healed, now],
  );
}

/** The discounts of cards that run no more. */
export async function dropShopDiscounts(
  db: Queryable,
  shopId: number,
  owners: readonly string[],
): Promise<void> {
  await db.query('delete from "ShopDiscount" where "shopId" = $1 and owner = any($2)', [shopId, owners]);
}

/**
 * The app was uninstalled, and Shopify has deleted what functions gave; what is left of it is found again by looking. Rewards'
 * rows stay, as names of theirs are given once: nobody is given a code of those until they are made again. Shopify's own are looked at.
 */
export async function forgetFunctionDiscounts(db: Queryable, shopId: number, at: Date): Promise<void> {
  await db.query(`delete from "ShopDiscount" where "shopId" = $1 and owner like 'card/%'`, [shopId]);
  await forgetFunctionRewards(db, shopId, at);
  await doubtOwnDiscounts(db, shopId);
}

/** Whether anything has a discount, or had one that isn't put away yet. */
export async function hasDiscounts(
  db: Queryable,
  shopId: number,
  kind: 'automatic' | 'code',
): Promise<boolean> {
  const { rows } = await db.query(
    'select 1 from "ShopDiscount" where "shopId" = $1 and (value is not null) = $2 limit 1',
    [shopId, kind === 'code'],
  );
  return rows.length > 0;
}

/** Whether Shopify refuses this shop's discounts because functions can't run there. */
export async function functionsWereRefused(db: Queryable, shopId: number): Promise<boolean> {
  const { rowCount } = await db.query(
    `select 1 from "ShopDiscount" where "shopId" = $1 and problem = 'functions-not-available' limit 1`,
    [shopId],
  );
  return (rowCount ?? 0) > 0;
}

/** Shops whose discounts were not made to match the published version yet: neither done nor refused. */
export async function shopsBehindDiscounts(db: Queryable): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    'select id from "Shop" where "discountsVersion" < "publishedVersion" order by id',
  );
  return rows.map(({ id }) => id);
}

export async function markDiscountsTried(db: Queryable, shopId: number, version: number): Promise<void> {
  await db.query('update "Shop" set "discountsVersion" = greatest("discountsVersion", $2) where id = $1', [
    shopId,
    version,
  ]);
}

/** Shops that have cards or rewards, or discounts of those that they had. */
export async function shopsWithDiscounts(db: Queryable, shopIds: readonly number[]): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `select s.id from "Shop" s
     join "ProgramVersion" v on v."shopId" = s.id and v.number = s."publishedVersion"
     where s.id = any($1::int[]) and s."uninstalledAt" is null and s."needsReopenSince" is null
       and (jsonb_array_length(v.rules->'cards') > 0
         or jsonb_array_length(coalesce(v.rules->'rewards', '[]')) > 0
         or exists (select 1 from "ShopDiscount" d where d."shopId" = s.id))
     order by s.id`,
    [shopIds],
  );
  return rows.map(({ id }) => id);
}
