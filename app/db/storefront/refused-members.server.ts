// Members whose metafields Shopify refuses: those whose customer is gone, and those who are tried again.
import { renewBefore } from '#app/core/storefront/stamps-until.ts';
import { dayAfterHours } from '#app/core/values/days.ts';
import { ownInOrder } from '../members/members-in-order.server.ts';
import type { Queryable } from '../pool.server.ts';

type Next = { at: Date; tryAt: Date };

const THESE = ownInOrder('m."shopId" = $1 and m.id = any($2::bigint[])');

/** Shopify, asked, has no such customer. */
export async function markGone(
  db: Queryable,
  shopId: number,
  memberIds: readonly string[],
  { at, tryAt }: Next,
): Promise<void> {
  await db.query(
    `${THESE} update "Member" m set "goneAt" = coalesce(m."goneAt", $3), "syncTryAt" = $4, "refusedSince" = null,
       refusal = null, refusals = 0
     from own where m."shopId" = $1 and m.id = own.id`,
    [shopId, memberIds, at, tryAt],
  );
}

/** Unless they were found meanwhile. */
export async function askForGoneAgain(
  db: Queryable,
  shopId: number,
  memberIds: readonly string[],
  tryAt: Date,
): Promise<void> {
  await db.query(
    `${THESE} update "Member" m set "syncTryAt" = $3 from own
     where m."shopId" = $1 and m.id = own.id and m."goneAt" is not null`,
    [shopId, memberIds, tryAt],
  );
}

/** Shopify has the customer after all: what it shows of them is anybody's guess, so it is told anew. */
export async function markFound(
  db: Queryable,
  shopId: number,
  memberIds: readonly string[],
): Promise<number> {
  const { rowCount } = await db.query(
    `${THESE} update "Member" m set "goneAt" = null, "syncTryAt" = null, "syncedRev" = 0 from own
     where m."shopId" = $1 and m.id = own.id and m."mergedIntoId" is null and m."erasedAt" is null
       and m."goneAt" is not null`,
    [shopId, memberIds],
  );
  return rowCount ?? 0;
}

export type RefusedMember = { id: string; customerId: string; code: string };

/** How often Shopify has refused each of them in a row. */
export async function refusalsOf(
  db: Queryable,
  shopId: number,
  memberIds: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await db.query<{ id: string; refusals: number }>(
    'select id::text, refusals from "Member" where "shopId" = $1 and id = any($2::bigint[])',
    [shopId, memberIds],
  );
  return new Map(rows.map(({ id, refusals }) => [id, refusals]));
}

/** Unless somebody else has written them meanwhile: then nothing waits, and a mark would never be taken away. */
export async function markRefused(
  db: Queryable,
  shopId: number,
  { id, code }: RefusedMember,
  { at, tryAt, refusals }: Next & { refusals: number },
): Promise<void> {
  await db.query(
    `update "Member" set "refusedSince" = coalesce("refusedSince", $3), "syncTryAt" = $4, refusal = $5, refusals = $6
     where "shopId" = $1 and id = $2 and ("syncedRev" < rev or "stampsUntil" < $7::date)`,
    [shopId, id, at, tryAt, code, refusals, renewBefore(dayAfterHours(at, 14))],
  );
}

/** What one member was refused for isn't refused any more: the others needn't wait either. */
export async function tryAgainNow(db: Queryable, shopId: number, codes: readonly string[]): Promise<void> {
  await db.query(
    `${ownInOrder(`m."shopId" = $1 and m."refusedSince" is not null and m.refusal = any($2) and m."goneAt" is null`)}
     update "Member" m set "syncTryAt" = null from own where m."shopId" = $1 and m.id = own.id`,
    [shopId, codes],
  );
}

/** Members whose customer was gone, and is to be asked for again. */
export async function goneToAskFor(
  db: Queryable,
  shopId: number,
  limit: number,
  at: Date,
): Promise<{ id: string; customerId: string }[]> {
  const { rows } = await db.query<{ id: string; customerId: string }>(
    `select id::text, "customerId"::text from "Member"
     where "shopId" = $1 and "goneAt" is not null and "syncTryAt" <= $3
       and "mergedIntoId" is null and "erasedAt" is null order by "syncTryAt", id limit $2`,
    [shopId, limit, at],
  );
  return rows;
}

/** They have been seen at the shop: nobody of them is gone, and nothing waits. @returns how many waited */
export async function stopWaiting(
  db: Queryable,
  shopId: number,
  memberIds: readonly string[],
): Promise<number> {
  const { rowCount } = await db.query({
    name: 'stop-waiting',
    text: `update "Member" set "goneAt" = null, "syncTryAt" = null,
        "syncedRev" = case when "goneAt" is null then "syncedRev" else 0 end
      where "shopId" = $1 and id = any($2::bigint[]) and ("syncTryAt" is not null or "goneAt" is not null)
        and "mergedIntoId" is null and "erasedAt" is null`,
    values: [shopId, memberIds],
  });
  return rowCount ?? 0;
}
