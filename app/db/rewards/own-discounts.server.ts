// Discounts of single vouchers: what each is to be, and what is known of it at Shopify. Times are the database's.
import type { PoolClient } from 'pg';
import type { KeptDiscount } from '#app/core/discounts/decide-discounts.ts';
import type { VoucherState } from '#app/core/rewards/voucher.ts';
import type { Queryable } from '../pool.server.ts';
import { ofShop } from '../shop/of-shop.server.ts';
import { CODE_WAIT, MISSING_LONG } from './pools.server.ts';
import { OPEN_BATCH } from './releases.server.ts';

export type OwnDiscount = KeptDiscount & {
  rev: number;
  voucherId: string;
  memberId: string;
  /** Of whoever owns the voucher now. */
  customerId: string;
  /** The reward, as it is stored. */
  gives: unknown;
  code: string;
  faceMinor: number;
  state: VoucherState;
  /** Null: Shopify never had the code. */
  askedAt: Date | null;
  heldAt: Date;
  countedAt: Date | null;
  /** Shopify's id of the code, where it was in a pool before. */
  codeId: string | null;
  /** A batch whose end isn't known may still make the code. */
  openBatch: boolean;
  /** The code has been missing for so long, and no order names it, so that it may be made again. */
  mayBeMade: boolean;
  /** Only orders that were not looked through yet keep it from being so. */
  waitsForOrders: boolean;
};

/** Once a day each is looked at, whatever was heard of it. */
const A_DAY = `interval '20 hours'`;

/** A row `d`, and its voucher `v`: nobody needs it any more, it changed, or it is its day's turn. */
const OF_VOUCHER = `"ShopDiscount" d join "Voucher" v on v.id = split_part(d.owner, '/', 2)::bigint
  and ${ofShop('v', 'd."shopId"')} and v.owner = d.owner`;
const DUE = `(v.state in ('used', 'released') or d."dueAt" <= now()
  or (v.state in ('held', 'releasing') and d."discountId" is not null and d."checkedAt" <= now() - ${A_DAY}))`;

/** Shops in which one is to be looked at. */
export async function shopsWithDueDiscounts(db: Queryable): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `select distinct s.id from ${OF_VOUCHER} join "Shop" s on s.id = d."shopId"
     where d.owner like 'voucher/%' and s."uninstalledAt" is null and s."needsReopenSince" is null
       and coalesce(d."dueAt" <= now(), true) and ${DUE} order by 1`,
  );
  return rows.map(({ id }) => id);
}

const COLUMNS = `d.owner, d."discountId"::text, d."publishedHash", d."shownHash", d.rev, d."askedAt", d."countedAt",
  v.id::text as "voucherId", v."memberId"::text, v.gives, v.code, v."faceMinor"::float8 as "faceMinor", v.state, v."heldAt",
  (select coalesce(l."customerId", m."customerId")::text from "Member" m
     left join lateral (
       select l."customerId" from survivors_of(m."shopId", m."mergedIntoId") as p
       join "Member" l on l."shopId" = m."shopId" and l.id = p.id
       where m."mergedIntoId" is not null and p."mergedIntoId" is null
     ) as l on true
     where m."shopId" = v."shopId" and m.id = v."memberId") as "customerId",
  (select c."codeId"::text from "RewardCode" c where c."shopId" = v."shopId" and c.code = v.code) as "codeId",
  ${OPEN_BATCH} as "openBatch",
  v."missingSince" is not null and ${MISSING_LONG} and s."reconciledThrough" >= v."missingSince" + ${CODE_WAIT} as "mayBeMade",
  v."missingSince" is not null and ${MISSING_LONG} and s."reconciledThrough" < v."missingSince" + ${CODE_WAIT} as "waitsForOrders"`;

/** Those that wait longest first; what has to be made or changed before what is only put away. */
export async function dueOwnDiscounts(db: Queryable, shopId: number, limit: number): Promise<OwnDiscount[]> {
  const { rows } = await db.query<OwnDiscount>(
    `select ${COLUMNS} from ${OF_VOUCHER} join "Shop" s on s.id = d."shopId"
     where d."shopId" = $1 and d.owner like 'voucher/%' and coalesce(d."dueAt" <= now(), true) and ${DUE}
     order by d."dueAt" nulls last, v.id limit $2`,
    [shopId, limit],
  );
  return rows;
}

/** As they are noted now. */
export async function keptOwnDiscounts(
  db: Queryable,
  shopId: number,
  owners: readonly string[],
): Promise<KeptDiscount[]> {
  const { rows } = await db.query<KeptDiscount>(
    `select owner, "discountId"::text, "publishedHash", "shownHash" from "ShopDiscount"
     where "shopId" = $1 and owner = any($2::text[]) order by owner`,
    [shopId, owners],
  );
  return rows;
}

/** Before Shopify is asked to make it: from here on it may be there. False where nobody holds its voucher any more. */
export async function noteAsked(db: Queryable, shopId: number, owner: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `with held as (
       update "Voucher" v set "missingSince" = null
       where ${ofShop('v', '$1')} and v.id = split_part($2, '/', 2)::bigint and v.owner = $2 and v.state = 'held' returning v.id
     )
     update "ShopDiscount" d set "askedAt" = now() from held where d."shopId" = $1 and d.owner = $2`,
    [shopId, owner],
  );
  return rowCount === 1;
}

/** Shopify said no. */
export async function forgetAsked(db: Queryable, shopId: number, owner: string): Promise<void> {
  await db.query(
    `update "ShopDiscount" set "askedAt" = null where "shopId" = $1 and owner = $2 and "discountId" is null`,
    [shopId, owner],
  );
}

/** Shopify has none with the code: of a held voucher it is missing from now on. */
export async function noteOwnGone(db: Queryable, shopId: number, owner: string): Promise<void> {
  await db.query(
    `with gone as (
       update "ShopDiscount" set "discountId" = null, state = 'missing', "shownHash" = '', "askedAt" = coalesce("askedAt", now())
       where "shopId" = $1 and owner = $2
     )
     update "Voucher" v set "missingSince" = coalesce(v."missingSince", now())
     where ${ofShop('v', '$1')} and v.id = split_part($2, '/', 2)::bigint and v.owner = $2 and v.state = 'held'`,
    [shopId, owner],
  );
}

/** When it is looked at next; null: it is as it should be. What changed meanwhile stays due. */
export async function noteTended(
  db: Queryable,
  shopId: number,
  { owner, rev }: Pick<OwnDiscount, 'owner' | 'rev'>,
  dueAt: Date | null,
): Promise<void> {
  await db.query(
    `update "ShopDiscount" set "dueAt" = case when rev = $3 then $4 else "dueAt" end,
       "doneRev" = case when $4::timestamptz is null then greatest("doneRev", $3) else "doneRev" end
     where "shopId" = $1 and owner = $2`,
    [shopId, owner, rev, dueAt],
  );
}

/** Shopify's counts of their uses were read. */
export async function noteCounted(db: Queryable, shopId: number, owners: readonly string[]): Promise<void> {
  await db.query(
    `update "ShopDiscount" set "countedAt" = now(), "checkedAt" = now() where "shopId" = $1 and owner = any($2::text[])`,
    [shopId, owners],
  );
}

export async function dropOwnDiscount(db: Queryable, shopId: number, owner: string): Promise<void> {
  await db.query(`delete from "ShopDiscount" where "shopId" = $1 and owner = $2 and owner like 'voucher/%'`, [
    shopId,
    owner,
  ]);
}

/** Vouchers changed, or whoever owns them did: Shopify is told. Returns whether any has a discount of its own. */
export async function changeOwnDiscounts(
  db: Queryable,
  shopId: number,
  voucherIds: readonly string[],
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update "ShopDiscount" set rev = rev + 1, "dueAt" = now()
     where "shopId" = $1 and owner = any(array(select 'voucher/' || i from unnest($2::bigint[]) as i))`,
    [shopId, voucherIds],
  );
  return (rowCount ?? 0) > 0;
}

/** Something was heard of one: it is looked at. Returns whether it is one of these. */
export async function doubtOwnDiscount(db: Queryable, shopId: number, discountId: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `update "ShopDiscount" set "dueAt" = now() where "shopId" = $1 and owner like 'voucher/%' and "discountId" = $2`,
    [shopId, discountId],
  );
  return (rowCount ?? 0) > 0;
}

/** All are looked at, as after the app was away. */
export async function doubtOwnDiscounts(db: Queryable, shopId: number): Promise<void> {
  await db.query(`update "ShopDiscount" set "dueAt" = now() where "shopId" = $1 and owner like 'voucher/%'`, [
    shopId,
  ]);
}

/** Discounts with a pool of codes. */
export async function isPoolDiscount(db: Queryable, shopId: number, discountId: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `select 1 from "ShopDiscount" where "shopId" = $1 and owner like 'reward/%' and "discountId" = $2`,
    [shopId, discountId],
  );
  return (rowCount ?? 0) > 0;
}

/**
 * Held ones whose discount Shopify runs no more get discounts of their own, under the same codes: Shopify may still have these.
 * They and their members must be locked.
 */
export async function giveOwnDiscounts(
  client: PoolClient,
  shopId: number,
  voucherIds: readonly string[],
): Promise<void> {
  await client.query(
    `with counted as (
       select v.id, d."countedAt" from "Voucher" v left join "ShopDiscount" d on d."shopId" = v."shopId" and d.owner = v.owner
       where ${ofShop('v', '$1')} and v.id = any($2::bigint[]) and v.state = 'held' and v.owner like 'reward/%'
     ), moved as (
       update "Voucher" v set owner = 'voucher/' || v.id, "missingSince" = null, "healedOnce" = false
       from counted c where ${ofShop('v', '$1')} and v.id = c.id returning v.owner, c."countedAt"
     )
     insert into "ShopDiscount" ("shopId", owner, rev, "dueAt", "askedAt", "countedAt")
     select $1, owner, 1, now(), now(), "countedAt" from moved`,
    [shopId, voucherIds],
  );
}

/** What a member holds, and whoever was merged into it, of vouchers that stand alone. */
export async function ownVouchersOf(db: Queryable, shopId: number, memberId: string): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `select v.id::text from person_of($1, $2) as p join "Voucher" v on v."memberId" = p.id and ${ofShop('v', '$1')}
     where v.state = 'held' and v.owner like 'voucher/%' order by v.id`,
    [shopId, memberId],
  );
  return rows.map(({ id }) => id);
}
