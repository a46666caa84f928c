// Codes that Shopify was asked for together. A batch is open until it is known what became of each of them.
import type { PoolClient } from 'pg';
import type { Queryable } from '../pool.server.ts';

export type CodeBatch = {
  id: string;
  owner: string;
  /** Digits; null while Shopify's answer is unknown. */
  creationId: string | null;
  /** It makes missing codes of held vouchers anew. */
  heals: boolean;
  askedAt: Date;
};

export async function addBatch(
  client: PoolClient,
  shopId: number,
  { owner, heals }: Pick<CodeBatch, 'owner' | 'heals'>,
  now: Date,
): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `insert into "CodeBatch" ("shopId", owner, heals, "askedAt") values ($1, $2, $3, $4) returning id::text`,
    [shopId, owner, heals, now],
  );
  return rows[0]!.id;
}

/** Oldest first. */
export async function openBatches(db: Queryable, shopId: number): Promise<CodeBatch[]> {
  const { rows } = await db.query<CodeBatch>(
    `select id::text, owner, "creationId"::text, heals, "askedAt" from "CodeBatch"
     where "shopId" = $1 and "closedAt" is null order by "CodeBatch".id`,
    [shopId],
  );
  return rows;
}

export async function codesOfBatch(db: Queryable, shopId: number, batchId: string): Promise<string[]> {
  const { rows } = await db.query<{ code: string }>(
    `select code from "RewardCode" where "shopId" = $1 and "batchId" = $2 and state in ('making', 'taken')
     order by code`,
    [shopId, batchId],
  );
  return rows.map(({ code }) => code);
}

/** Codes of no batch that are to be looked for: those that a discount was made with, and those that are told to be gone. */
export async function loneCodesOf(db: Queryable, shopId: number, owner: string): Promise<string[]> {
  const { rows } = await db.query<{ code: string }>(
    `select code from "RewardCode" where "shopId" = $1 and owner = $2 and state = 'making' and "batchId" is null`,
    [shopId, owner],
  );
  return rows.map(({ code }) => code);
}

export async function nameCreation(
  db: Queryable,
  shopId: number,
  batchId: string,
  creationId: string,
): Promise<void> {
  await db.query('update "CodeBatch" set "creationId" = $3 where "shopId" = $1 and id = $2', [
    shopId,
    batchId,
    creationId,
  ]);
}

export async function closeBatch(db: Queryable, shopId: number, batchId: string, now: Date): Promise<void> {
  await db.query('update "CodeBatch" set "closedAt" = $3 where "shopId" = $1 and id = $2', [
    shopId,
    batchId,
    now,
  ]);
}

/** Seen at Shopify, under the discount of their owner. Those of vouchers were missing, and are there again. */
export async function markCodesSeen(
  db: Queryable,
  shopId: number,
  seen: ReadonlyMap<string, string>,
): Promise<void> {
  const [codes, ids] = [[...seen.keys()], [...seen.values()]];
  await db.query(
    `update "RewardCode" r set "codeId" = s.id, state = case r.state when 'making' then 'ready' else r.state end
     from unnest($2::text[], $3::bigint[]) as s(code, id)
     where r."shopId" = $1 and r.code = s.code and (r.state = 'making' or r."codeId" is distinct from s.id)`,
    [shopId, codes, ids],
  );
  await markCodesFound(db, shopId, codes);
}

/** Of vouchers: they are missing no more. */
export async function markCodesFound(db: Queryable, shopId: number, codes: readonly string[]): Promise<void> {
  await db.query(
    `update "Voucher" set "missingSince" = null, "healedOnce" = false
     where "shopId" = $1 and code = any($2::text[]) and "missingSince" is not null`,
    [shopId, codes],
  );
}

/** By the database's clock, as reconciliations are counted. What was asked for once and isn't there is missing anew. */
export async function markMissing(
  db: Queryable,
  shopId: number,
  codes: readonly string[],
  anew: boolean,
): Promise<void> {
  await db.query(
    `update "Voucher" set "missingSince" = case when $3 then now() else coalesce("missingSince", now()) end,
       "healedOnce" = case when $3 then false else "healedOnce" end
     where "shopId" = $1 and state = 'held' and code = any($2::text[])`,
    [shopId, codes, anew],
  );
}
