// Orders as they are told. The row of an order is the queue; the job is only its bell.
import type { HashedSnapshot, OrderTelling } from '#app/core/merge-news.ts';
import { SNAPSHOT_SHAPE } from '#app/core/order-snapshot.ts';
import { pool, type Queryable } from './pool.server.ts';

export type ToldOrder = { shopDomain: string; orderId: string; telling: OrderTelling };

const NEWER = `(excluded.snapshot is not null and (o.snapshot is null or
  (excluded."snapshotUpdatedAt", excluded."refundCount", excluded.hash collate "C")
    > (o."snapshotUpdatedAt", o."refundCount", o.hash collate "C")))`;

const NEWER_PAID = `(excluded."paidSnapshot" is not null and (o."paidSnapshot" is null or
  (excluded."paidUpdatedAt", excluded."paidRefundCount", excluded."paidHash" collate "C")
    > (o."paidUpdatedAt", o."paidRefundCount", o."paidHash" collate "C")))`;

const TIED = `coalesce(excluded."snapshotUpdatedAt" = o."snapshotUpdatedAt" and excluded.hash <> o.hash, false)`;

// A refund that the stored snapshot shows, or that was hinted before, is no news.
const HINTED = `(excluded."hintedRefundId" is not null
  and excluded."hintedRefundId" is distinct from o."hintedRefundId"
  and not coalesce(o.snapshot->'refunds' @> jsonb_build_array(
    jsonb_build_object('refundId', excluded."hintedRefundId"::text)), false))`;

/**
 * One statement for many orders of many shops, each (shop, order) at most once. Older tellings change nothing,
 * so duplicates and late deliveries cost nothing. Rings each changed shop's bell in the same transaction.
 * Rows are sorted, so that two batches lock them in one order.
 */
const TELL = `
with told as (
  select t.*, s.id as "shopId"
  from jsonb_to_recordset($1::jsonb) as t(
    domain text, "orderId" bigint,
    snapshot jsonb, hash text, refunds int, "updatedAt" timestamptz,
    paid jsonb, "paidHash" text, "paidRefunds" int, "paidAt" timestamptz,
    deleted boolean, "refundId" bigint, tied boolean)
  join "Shop" s on s.domain = t.domain
  order by s.id, t."orderId"
), stored as (
  insert into "Order" as o (
    "shopId", "orderId", snapshot, shape, hash, "refundCount", "snapshotUpdatedAt",
    "paidSnapshot", "paidHash", "paidRefundCount", "paidUpdatedAt",
    "deletedAt", "needsRead", "hintedRefundId")
  select "shopId", "orderId", snapshot, ${SNAPSHOT_SHAPE}, hash, refunds, "updatedAt",
    paid, "paidHash", "paidRefunds", "paidAt",
    case when deleted then $2::timestamptz end, tied or "refundId" is not null, "refundId"
  from told
  on conflict ("shopId", "orderId") do update set
    snapshot = case when ${NEWER} then excluded.snapshot else o.snapshot end,
    shape = case when ${NEWER} then excluded.shape else o.shape end,
    hash = case when ${NEWER} then excluded.hash else o.hash end,
    "refundCount" = case when ${NEWER} then excluded."refundCount" else o."refundCount" end,
    "snapshotUpdatedAt" = greatest(o."snapshotUpdatedAt", excluded."snapshotUpdatedAt"),
    "paidSnapshot" = case when ${NEWER_PAID} then excluded."paidSnapshot" else o."paidSnapshot" end,
    "paidHash" = case when ${NEWER_PAID} then excluded."paidHash" else o."paidHash" end,
    "paidRefundCount" = case when ${NEWER_PAID} then excluded."paidRefundCount" else o."paidRefundCount" end,
    "paidUpdatedAt" = greatest(o."paidUpdatedAt", excluded."paidUpdatedAt"),
    "deletedAt" = coalesce(o."deletedAt", excluded."deletedAt"),
    "needsRead" = o."needsRead" or ${TIED} or ${HINTED} or (excluded."needsRead" and ${NEWER}),
    "hintedRefundId" = coalesce(excluded."hintedRefundId", o."hintedRefundId"),
    revision = o.revision + 1
  where ${NEWER} or ${NEWER_PAID} or ${TIED} or ${HINTED}
    or (excluded."deletedAt" is not null and o."deletedAt" is null)
  returning "shopId"
), bells as (
  select count(graphile_worker.add_job('apply_orders', json_build_object('shopId', "shopId"),
    queue_name => 'apply_orders/' || "shopId", job_key => 'apply_orders/' || "shopId", max_attempts => 25)) as rung
  from (select distinct "shopId" from stored order by 1) as shops
)
select array(select distinct domain from told) as known, (select rung from bells) as rung`;

function columns(told: HashedSnapshot | null) {
  return told
    ? {
        snapshot: told.snapshot,
        hash: told.hash,
        refunds: told.snapshot.refunds.length,
        updatedAt: told.snapshot.updatedAt,
      }
    : { snapshot: null, hash: '', refunds: 0, updatedAt: null };
}

function row({ shopDomain, orderId, telling }: ToldOrder) {
  const paid = columns(telling.paid);
  return {
    domain: shopDomain,
    orderId,
    ...columns(telling.newest),
    paid: paid.snapshot,
    paidHash: paid.hash,
    paidRefunds: paid.refunds,
    paidAt: paid.updatedAt,
    deleted: telling.deleted,
    refundId: telling.hintedRefundId,
    tied: telling.tied,
  };
}

/** Stores the tellings and rings the bells in one transaction. Returns the shops among them that are ours. */
export async function tellOrders(orders: readonly ToldOrder[], now: Date): Promise<ReadonlySet<string>> {
  const { rows } = await pool().query<{ known: string[] }>({
    name: 'tell-orders',
    text: TELL,
    values: [JSON.stringify(orders.map(row)), now],
  });
  return new Set(rows[0]?.known);
}

/** Orders of a shop that Shopify must be asked about. */
export async function ordersToRead(
  shopId: number,
  limit: number,
): Promise<{ orderId: string; revision: number }[]> {
  const { rows } = await pool().query<{ orderId: string; revision: number }>(
    `select "orderId"::text, revision from "Order"
     where "shopId" = $1 and "needsRead" order by "orderId" limit $2`,
    [shopId, limit],
  );
  return rows;
}

/**
 * Takes Shopify's own answer for an order, unless something newer was told meanwhile; null when Shopify has it
 * no longer (deleted, or beyond the 60 days that apps may read), which leaves what was told.
 */
export async function adoptRead(
  order: { shopId: number; orderId: string; revision: number },
  read: HashedSnapshot | null,
  paid: HashedSnapshot | null,
): Promise<void> {
  const newest = columns(read);
  const settled = columns(paid);
  await pool().query(
    `update "Order" as o set
       "needsRead" = revision <> $3,
       snapshot = case when adopt then $4::jsonb else o.snapshot end,
       hash = case when adopt then $5 else o.hash end,
       "refundCount" = case when adopt then $6 else o."refundCount" end,
       "snapshotUpdatedAt" = case when adopt then $7::timestamptz else o."snapshotUpdatedAt" end,
       "paidSnapshot" = case when adopt_paid then $8::jsonb else o."paidSnapshot" end,
       "paidHash" = case when adopt_paid then $9 else o."paidHash" end,
       "paidRefundCount" = case when adopt_paid then $10 else o."paidRefundCount" end,
       "paidUpdatedAt" = case when adopt_paid then $11::timestamptz else o."paidUpdatedAt" end,
       shape = case when adopt then ${SNAPSHOT_SHAPE} else o.shape end,
       revision = o.revision + (adopt or adopt_paid)::int
     from (
       select "shopId", "orderId",
         coalesce($7::timestamptz >= coalesce("snapshotUpdatedAt", '-infinity') and hash <> $5, false) as adopt,
         coalesce($11::timestamptz >= coalesce("paidUpdatedAt", '-infinity') and "paidHash" <> $9, false) as adopt_paid
       from "Order" where "shopId" = $1 and "orderId" = $2 for update
     ) as decided
     where o."shopId" = decided."shopId" and o."orderId" = decided."orderId"`,
    [
      order.shopId,
      order.orderId,
      order.revision,
      newest.snapshot && JSON.stringify(newest.snapshot),
      newest.hash,
      newest.refunds,
      newest.updatedAt,
      settled.snapshot && JSON.stringify(settled.snapshot),
      settled.hash,
      settled.refunds,
      settled.updatedAt,
    ],
  );
}

/** `updated_at` of the stored snapshots, to tell which of a page of orders are news. */
export async function knownUpdates(
  db: Queryable,
  shopId: number,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, Date>> {
  const { rows } = await db.query<{ orderId: string; snapshotUpdatedAt: Date }>(
    `select "orderId"::text, "snapshotUpdatedAt" from "Order"
     where "shopId" = $1 and "orderId" = any($2::bigint[]) and "snapshotUpdatedAt" is not null`,
    [shopId, orderIds],
  );
  return new Map(rows.map((known) => [known.orderId, known.snapshotUpdatedAt]));
}
