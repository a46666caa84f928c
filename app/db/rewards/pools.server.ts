// The pools of a shop's discounts with codes: how many are ready, and what of them is to be looked at.
import type { PoolClient } from 'pg';
import type { Queryable } from '../pool.server.ts';

export type Pool = {
  owner: string;
  discountId: string;
  /** Codes to keep ready; 0 where the value is published no more. */
  size: number;
  /** Ready, or asked for. */
  coming: number;
  sweptAt: Date | null;
  countedAt: Date | null;
};

/** Of discounts that Shopify has. */
export async function poolsOf(db: Queryable, shopId: number): Promise<Pool[]> {
  const { rows } = await db.query<Pool>(
    `select d.owner, d."discountId"::text, d."poolSize" as size, d."sweptAt", d."countedAt",
       (select count(*)::int from "RewardCode" r
        where r."shopId" = d."shopId" and r.owner = d.owner and r.state = 'ready')
       + (select count(*)::int from "RewardCode" r
        where r."shopId" = d."shopId" and r.owner = d.owner and r.state = 'making') as coming
     from "ShopDiscount" d
     where d."shopId" = $1 and d.value is not null and d."discountId" is not null and d."endingSince" is null
     order by d.owner`,
    [shopId],
  );
  return rows;
}

/** How many vouchers a discount's codes became since a moment. */
export async function takenSince(
  db: Queryable,
  shopId: number,
  { rewardKey, owner }: { rewardKey: string; owner: string },
  since: Date,
): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `select count(*)::int as count from "Voucher"
     where "shopId" = $1 and "rewardKey" = $2 and owner = $3 and "heldAt" >= $4`,
    [shopId, rewardKey, owner, since],
  );
  return rows[0]?.count ?? 0;
}

/** Every code at Shopify was compared with ours. A pool of a value that is published no more stays without a size. */
export async function markSwept(
  db: Queryable,
  shopId: number,
  { owner, size }: { owner: string; size: number },
  now: Date,
): Promise<void> {
  await db.query(
    `update "ShopDiscount" set "sweptAt" = $4, "countedAt" = $4, "poolSize" = case "poolSize" when 0 then 0 else $3 end
     where "shopId" = $1 and owner = $2`,
    [shopId, owner, size, now],
  );
}

/** What we know of codes: `voucher` is the state of the voucher that has it. */
export type KnownCode = { code: string; state: string; voucher: string | null };

export async function knownCodes(
  db: Queryable,
  shopId: number,
  codes: readonly string[],
): Promise<KnownCode[]> {
  const { rows } = await db.query<KnownCode>(
    `select r.code, r.state, v.state as voucher from "RewardCode" r
     left join "Voucher" v on v."shopId" = r."shopId" and v.code = r.code
     where r."shopId" = $1 and r.code = any($2::text[])`,
    [shopId, codes],
  );
  return rows;
}

/** Codes that ought to be at Shopify: ready ones, and those of vouchers that are held. */
export async function codesThatMatter(db: Queryable, shopId: number, owner: string): Promise<string[]> {
  const { rows } = await db.query<{ code: string }>(
    `select code from "RewardCode" where "shopId" = $1 and owner = $2 and state = 'ready'
     union all
     select code from "Voucher" where "shopId" = $1 and owner = $2 and state = 'held'`,
    [shopId, owner],
  );
  return rows.map(({ code }) => code);
}

/** After which a code that was deleted by hand may be made again: 15 minutes for checkouts under way, 5 for Shopify's search. */
export const CODE_WAIT = `interval '20 minutes'`;

/** One that Shopify has shown as used would work a second time. */
export const MISSING_LONG = `v.state = 'held' and v."missingSince" <= now() - ${CODE_WAIT} and not v."healedOnce" and v."shownUsedAt" is null
  and not exists (select 1 from "Order" o where o."shopId" = v."shopId" and o.codes <> '{}' and o.codes @> array[lower(v.code)])`;

/** Within a transaction: held vouchers whose codes may be made again, of one owner; no order that is known names one. */
export async function lockVouchersToHeal(
  client: PoolClient,
  shopId: number,
  owner: string,
  limit: number,
): Promise<string[]> {
  const { rows } = await client.query<{ code: string }>(
    `select v.code from "Voucher" v join "Shop" s on s.id = v."shopId"
     where v."shopId" = $1 and v.owner = $2 and v."missingSince" is not null and ${MISSING_LONG}
       and s."reconciledThrough" >= v."missingSince" + ${CODE_WAIT}
     order by v.id limit $3 for update of v`,
    [shopId, owner, limit],
  );
  return rows.map(({ code }) => code);
}

/** They are asked for once: a second time only when they are missing anew. */
export async function noteHealing(
  client: PoolClient,
  shopId: number,
  batchId: string,
  codes: readonly string[],
): Promise<void> {
  await client.query(
    `update "Voucher" set "healedOnce" = true where "shopId" = $1 and code = any($2::text[])`,
    [shopId, codes],
  );
  await client.query(
    `update "RewardCode" set "batchId" = $2 where "shopId" = $1 and code = any($3::text[])`,
    [shopId, batchId, codes],
  );
}

/** Whether missing codes wait for a reconciliation that began late enough. */
export async function waitsForReconciliation(db: Queryable, shopId: number): Promise<boolean> {
  const { rowCount } = await db.query(
    `select 1 from "Voucher" v join "Shop" s on s.id = v."shopId"
     where v."shopId" = $1 and v."missingSince" is not null and ${MISSING_LONG}
       and s."reconciledThrough" < v."missingSince" + ${CODE_WAIT} limit 1`,
    [shopId],
  );
  return (rowCount ?? 0) > 0;
}

/** Shops with batches whose end isn't known, pools below their size, or codes that may be made again. */
export async function shopsToFillCodes(db: Queryable): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `select "shopId" as id from "CodeBatch" where "closedAt" is null
     union
     select d."shopId" from "ShopDiscount" d
     where d.value is not null and d."discountId" is not null and d."endingSince" is null and d."poolSize" > (
       select count(*) from "RewardCode" r
       where r."shopId" = d."shopId" and r.owner = d.owner and r.state = 'ready')
     union
     select v."shopId" from "Voucher" v where v."missingSince" is not null and ${MISSING_LONG}
     order by 1`,
  );
  return rows.map(({ id }) => id);
}
