// Orders that were set aside: each alone, with when it is tried again.
import { TRY_AGAIN_SECONDS, type SetAsideStep } from '#app/core/orders/set-aside.ts';
import type { Queryable } from '../pool.server.ts';
import { orderName } from './told-columns.server.ts';

export type OrderToSetAside = { orderId: string; step: SetAsideStep; revision: number; reason: string };

/** Beside an order `o`, set aside for `apply`: true while it waits for its time. A newer revision doesn't wait. */
export const isWaiting = (order: string, step: SetAsideStep, now: string): string =>
  `exists (select 1 from "SetAsideOrder" a where a."shopId" = ${order}."shopId" and a."orderId" = ${order}."orderId"
     and a.step = '${step}' and a.revision = ${order}.revision and a."tryAgainAt" > ${now})`;

/** Returns how often it has been tried in this revision: 1 the first time. */
export async function setAside(
  db: Queryable,
  shopId: number,
  { orderId, step, revision, reason }: OrderToSetAside,
  now: Date,
): Promise<number> {
  const { rows } = await db.query<{ tries: number }>(
    `insert into "SetAsideOrder" as a ("shopId", "orderId", step, revision, reason, since, "tryAgainAt")
     values ($1, $2, $3, $4, $5, $6::timestamptz, $6::timestamptz + make_interval(secs => ($7::int[])[1]))
     on conflict ("shopId", "orderId", step) do update set revision = excluded.revision, reason = excluded.reason,
       tries = case when a.revision = excluded.revision then a.tries + 1 else 1 end,
       "tryAgainAt" = $6::timestamptz + make_interval(secs => ($7::int[])[
         case when a.revision = excluded.revision then least(a.tries + 1, array_length($7::int[], 1)) else 1 end])
     returning tries`,
    [shopId, orderId, step, revision, reason, now, TRY_AGAIN_SECONDS],
  );
  return rows[0]?.tries ?? 1;
}

/** They could be done after all. */
export async function endSetAside(
  db: Queryable,
  shopId: number,
  step: SetAsideStep,
  orderIds: readonly string[],
): Promise<void> {
  await db.query(
    'delete from "SetAsideOrder" where "shopId" = $1 and step = $2 and "orderId" = any($3::bigint[])',
    [shopId, step, orderIds],
  );
}

/** Of two jobs one may set an order aside that the other has just applied: who looked first never saw it set aside. */
export async function endSetAsideOfApplied(db: Queryable): Promise<void> {
  await db.query(
    `delete from "SetAsideOrder" a using "Order" o where a.step = 'apply' and o."shopId" = a."shopId"
       and o."orderId" = a."orderId" and o."appliedRevision" >= o.revision`,
  );
}

/** Everything that was set aside is tried at once; of one shop, or, with null, of all. */
export async function tryAllAgain(db: Queryable, shopId: number | null, now: Date): Promise<void> {
  await db.query(
    `update "SetAsideOrder" set "tryAgainAt" = $2
     where ($1::int is null or "shopId" = $1) and "tryAgainAt" > $2`,
    [shopId, now],
  );
}

/** Shops with orders whose time to be tried again has come; the one, or, with null, all. */
export async function shopsToTryAgain(
  db: Queryable,
  step: SetAsideStep,
  now: Date,
  shopId: number | null = null,
): Promise<number[]> {
  const { rows } = await db.query<{ shopId: number }>(
    `select distinct a."shopId" from "SetAsideOrder" a join "Shop" s on s.id = a."shopId"
     where a.step = $1 and a."tryAgainAt" <= $2 and ($3::int is null or s.id = $3)
       and s."uninstalledAt" is null and s."needsReopenSince" is null order by 1`,
    [step, now, shopId],
  );
  return rows.map(({ shopId }) => shopId);
}

/** Orders of a shop that couldn't be read and whose time has come; those that are marked to be read anew have their own job. */
export async function ordersToTryAgain(db: Queryable, shopId: number, now: Date): Promise<string[]> {
  const { rows } = await db.query<{ orderId: string }>(
    `select a."orderId"::text from "SetAsideOrder" a
     where a."shopId" = $1 and a.step = 'read' and a."tryAgainAt" <= $2 and not exists (
       select 1 from "Order" o where o."shopId" = $1 and o."orderId" = a."orderId" and o."needsRead")
     order by a."orderId"`,
    [shopId, now],
  );
  return rows.map(({ orderId }) => orderId);
}

export type SetAsideOrder = {
  orderId: string;
  /** As merchants read it, "#1001"; empty where it isn't known, or the customer was erased. */
  orderName: string;
  step: SetAsideStep;
  reason: string;
  since: Date;
  tryAgainAt: Date;
};

/** Each order once, by what is tried next; those that wait longest first. */
export async function setAsideOrders(db: Queryable, shopId: number, limit: number): Promise<SetAsideOrder[]> {
  const { rows } = await db.query<SetAsideOrder>(
    `select a."orderId"::text, coalesce(${orderName('o')}, '') as "orderName", a.step, a.reason, a.first as since, a."tryAgainAt"
     from (select distinct on ("orderId") *, min(since) over (partition by "orderId") as first
       from "SetAsideOrder" where "shopId" = $1 order by "orderId", "tryAgainAt", step) as a
     left join "Order" o on o."shopId" = a."shopId" and o."orderId" = a."orderId"
     order by a.first, a."orderId" limit $2`,
    [shopId, limit],
  );
  return rows;
}
