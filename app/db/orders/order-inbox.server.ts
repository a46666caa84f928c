// Orders as they are told. The row of an order is the queue; the job is only its bell.
import { JOBS } from '#app/core/jobs.ts';
import { isLost, type HashedSnapshot, type OrderTelling } from '#app/core/snapshots/merge-news.ts';
import { SNAPSHOT_SHAPE } from '#app/core/snapshots/order-snapshot.ts';
import { codesOf } from '#app/core/snapshots/possible-code.ts';
import { pool } from '../pool.server.ts';
import { isWaiting } from './set-aside.server.ts';

export type ToldOrder = { shopDomain: string; orderId: string; telling: OrderTelling };

const NEWER = `(excluded.snapshot is not null and (o.snapshot is null or
  (excluded."snapshotUpdatedAt", excluded."refundCount", excluded.hash collate "C")
    > (o."snapshotUpdatedAt", o."refundCount", o.hash collate "C")))`;

const NEWER_PAID = `(excluded."paidUpdatedAt" is not null and (o."paidUpdatedAt" is null or
  (excluded."paidUpdatedAt", excluded."paidRefundCount", excluded."paidHash" collate "C")
    > (o."paidUpdatedAt", o."paidRefundCount", o."paidHash" collate "C")))`;

// Within a batch the later of two of one second gives way to the other by their hashes: where that is the stored one, it is
// known by the mark alone.
const TIED_IN_BATCH = `(excluded.hash = o.hash and excluded."needsRead"
  and (select t.tied from told t where t."shopId" = o."shopId" and t."orderId" = o."orderId"))`;

const TIED = `(coalesce(excluded."snapshotUpdatedAt" = o."snapshotUpdatedAt" and excluded.hash <> o.hash, false)
  or ${TIED_IN_BATCH})`;

// A refund that the stored snapshot shows, or that was hinted before, is no news.
const HINTED = `(case when excluded."hintedRefundId" is null then false
  when excluded."hintedRefundId" = o."hintedRefundId" then false
  else not coalesce((o.snapshot::jsonb)->'refunds' @> jsonb_build_array(
    jsonb_build_object('refundId', excluded."hintedRefundId"::text)), false) end)`;

const DELETION_HINTED = `(excluded."deletionHintedAt" is not null and o."deletionHintedAt" is null
  and o."deletedAt" is null)`;

// Whom the order named last. The release before writes snapshots without it: where the times differ, the snapshot says it.
const SAYS_ID = String.raw`(o."lastCustomerAt" is distinct from o."snapshotUpdatedAt" and o.snapshot->>'customerId' ~ '^\d{1,18}$')`;
const LAST_ID = `(case when ${SAYS_ID} then (o.snapshot->>'customerId')::bigint else o."lastCustomerId" end)`;
const LAST_AT = `(case when ${SAYS_ID} then o."snapshotUpdatedAt" else o."lastCustomerAt" end)`;

const NEWER_CUSTOMER = `(excluded."lastCustomerId" is not null and (${LAST_AT} is null or
  (excluded."lastCustomerAt", excluded."lastCustomerId") > (${LAST_AT}, ${LAST_ID})))`;

// The newest snapshot names nobody any more, or an older one told late says whom it named: whether they are still there,
// Shopify must be asked.
const LOST = `(o."takenOff" is null and ${NEWER} and excluded."lastCustomerId" is null and ${LAST_ID} is not null
  or not ${NEWER} and ${NEWER_CUSTOMER})`;

// The paid snapshot is stored only where it isn't the newest itself: most orders are paid, and stay as they are.
const PAID_HASH = `(case when ${NEWER_PAID} then excluded."paidHash" else o."paidHash" end)`;
const HASH = `(case when ${NEWER} then excluded.hash else o.hash end)`;
const PAID_SNAPSHOT = `(case when ${PAID_HASH} in ('', ${HASH}) then null
  when ${NEWER_PAID} then coalesce(excluded."paidSnapshot", excluded.snapshot)
  else coalesce(o."paidSnapshot", o.snapshot) end)`;

/**
 * One statement for many orders of many shops, each (shop, order) at most once. Older tellings change nothing,
 * so duplicates and late deliveries cost nothing. Rings each changed shop's bell in the same transaction.
 * Rows are sorted, so that two batches lock them in one order. Snapshots come apart, a line each: inside the small values
 * they would be read as JSON three times over.
 */
const TELL = `
with told as (
  select t.*, nullif(t.said, '')::json as snapshot, nullif(t."saidPaid", '')::json as paid, s.id as "shopId"
  from rows from (json_to_recordset($1::json) as (
      domain text, "orderId" bigint, hash text, refunds int, "updatedAt" timestamptz,
      "placedAt" timestamptz, "cancelledAt" timestamptz, name text, codes text[],
      "paidHash" text, "paidRefunds" int, "paidAt" timestamptz,
      "customerId" bigint, "customerAt" timestamptz, lost boolean,
      deleted boolean, "deletionHinted" boolean, "refundId" bigint, tied boolean),
    string_to_table($3, chr(10)), string_to_table($4, chr(10))
  ) as t(domain, "orderId", hash, refunds, "updatedAt", "placedAt", "cancelledAt", name, codes, "paidHash", "paidRefunds",
    "paidAt", "customerId", "customerAt", lost, deleted, "deletionHinted", "refundId", tied, said, "saidPaid")
  join "Shop" s on s.domain = t.domain
  order by s.id, t."orderId"
), stored as (
  insert into "Order" as o (
    "shopId", "orderId", snapshot, shape, "placedAt", "cancelledAt", name, codes, hash, "refundCount", "snapshotUpdatedAt",
    "paidSnapshot", "paidHash", "paidRefundCount", "paidUpdatedAt",
    "lastCustomerId", "lastCustomerAt",
    "deletedAt", "deletionHintedAt", "needsRead", "hintedRefundId")
  select "shopId", "orderId", snapshot, ${SNAPSHOT_SHAPE}, "placedAt", "cancelledAt", name, codes, hash, refunds, "updatedAt",
    paid, "paidHash", "paidRefunds", "paidAt",
    "customerId", "customerAt",
    case when deleted then $2::timestamptz end, case when "deletionHinted" then $2::timestamptz end,
    tied or lost or "deletionHinted" or "refundId" is not null, "refundId"
  from told
  on conflict ("shopId", "orderId") do update set
    snapshot = case when ${NEWER} then excluded.snapshot else o.snapshot end,
    shape = case when ${NEWER} then excluded.shape else o.shape end,
    "placedAt" = case when ${NEWER} then excluded."placedAt" else o."placedAt" end,
    "cancelledAt" = case when ${NEWER} then excluded."cancelledAt" else o."cancelledAt" end,
    name = case when ${NEWER} then excluded.name else o.name end,
    codes = case when ${NEWER} then excluded.codes else o.codes end,
    hash = ${HASH},
    "refundCount" = case when ${NEWER} then excluded."refundCount" else o."refundCount" end,
    "snapshotUpdatedAt" = greatest(o."snapshotUpdatedAt", excluded."snapshotUpdatedAt"),
    "paidSnapshot" = ${PAID_SNAPSHOT},
    "paidHash" = ${PAID_HASH},
    "paidRefundCount" = case when ${NEWER_PAID} then excluded."paidRefundCount" else o."paidRefundCount" end,
    "paidUpdatedAt" = greatest(o."paidUpdatedAt", excluded."paidUpdatedAt"),
    "lastCustomerId" = case when ${NEWER_CUSTOMER} then excluded."lastCustomerId" else ${LAST_ID} end,
    "lastCustomerAt" = case when ${NEWER_CUSTOMER} then excluded."lastCustomerAt" else ${LAST_AT} end,
    "takenOff" = case when not ${NEWER_CUSTOMER} then o."takenOff" end,
    "deletedAt" = coalesce(o."deletedAt", excluded."deletedAt"),
    "deletionHintedAt" = case when o."deletedAt" is null then coalesce(o."deletionHintedAt", excluded."deletionHintedAt") end,
    "needsRead" = o."needsRead" or ${DELETION_HINTED} or ${TIED} or ${HINTED} or ${LOST} or (excluded."needsRead" and ${NEWER})
      or (o."missingSince" is not null and ${NEWER}),
    "hintedRefundId" = coalesce(excluded."hintedRefundId", o."hintedRefundId"),
    revision = o.revision + 1
  where ${NEWER} or ${NEWER_PAID} or ${TIED} or ${HINTED} or ${NEWER_CUSTOMER} or ${DELETION_HINTED}
    or (excluded."deletedAt" is not null and o."deletedAt" is null)
  returning "shopId"
)
select array(select distinct domain from told) as known,
  ring_bells('apply_orders', array(select distinct "shopId" from stored order by 1),
    ${JOBS.apply_orders.maxAttempts})::text as rung`;

function columns(told: HashedSnapshot | null) {
  return told
    ? { hash: told.hash, refunds: told.snapshot.refunds.length, updatedAt: told.snapshot.updatedAt }
    : { hash: '', refunds: 0, updatedAt: null };
}

/** Values that stand beside the snapshot in columns. */
function plainly(told: HashedSnapshot | null) {
  const {
    processedAt: placedAt = null,
    cancelledAt = null,
    name = null,
    discounts = [],
  } = told?.snapshot ?? {};
  return { placedAt, cancelledAt, name, codes: codesOf(discounts) };
}

function smallValues({ shopDomain, orderId, telling }: ToldOrder) {
  const { newest, paid, named, deleted, deletionHinted, hintedRefundId: refundId, tied } = telling;
  const { hash: paidHash, refunds: paidRefunds, updatedAt: paidAt } = columns(paid);
  return {
    domain: shopDomain,
    orderId,
    ...columns(newest),
    ...plainly(newest),
    paidHash,
    paidRefunds,
    paidAt,
    customerId: named?.customerId ?? null,
    customerAt: named?.at ?? null,
    lost: isLost(telling),
    deleted,
    deletionHinted,
    refundId,
    tied,
  };
}

/** No JSON text of ours has a line's end in it. */
const lines = (texts: readonly string[]): string => texts.join('\n');

/** Empty where the newest snapshot is the paid one. */
function paidText({ telling: { newest, paid } }: ToldOrder): string {
  return paid && paid.hash !== newest?.hash ? paid.text : '';
}

/** Stores the tellings and rings the bells in one transaction. Returns the shops among them that are ours. */
export async function tellOrders(orders: readonly ToldOrder[], now: Date): Promise<ReadonlySet<string>> {
  const { rows } = await pool().query<{ known: string[] }>({
    name: 'tell-orders',
    text: TELL,
    values: [
      JSON.stringify(orders.map(smallValues)),
      now,
      lines(orders.map(({ telling }) => telling.newest?.text ?? '')),
      lines(orders.map(paidText)),
    ],
  });
  return new Set(rows[0]?.known);
}

/** `lost` is whom the order named before it named nobody, or whom they were merged into: still there, or gone? */
export type OrderToRead = { orderId: string; revision: number; lost: LostCustomer | null };
export type LostCustomer = { customerId: string; lastAt: string };

const LOST_CUSTOMER = `case when o."takenOff" is null and o."erasedAt" is null and o."lastCustomerId" is not null
    and o.snapshot is not null and o.snapshot->>'customerId' is null then json_build_object(
    'customerId', coalesce((
      select s."customerId" from "Member" m cross join lateral survivors_of($1, m.id) as x join "Member" s on s."shopId" = $1 and s.id = x.id
      where m."shopId" = $1 and m."customerId" = o."lastCustomerId" and s."mergedIntoId" is null
    ), o."lastCustomerId")::text,
    'lastAt', o."lastCustomerAt") end`;

/** Orders of a shop that Shopify must be asked about, but for those that wait set aside. */
export async function ordersToRead(shopId: number, limit: number, at?: Date): Promise<OrderToRead[]> {
  const { rows } = await pool().query<OrderToRead>({
    name: 'orders-to-read',
    text: `select o."orderId"::text, o.revision, ${LOST_CUSTOMER} as lost from "Order" o
      where o."shopId" = $1 and o."needsRead" and not ${isWaiting('o', 'read', 'coalesce($3, now())')}
      order by o."orderId" limit $2`,
    values: [shopId, limit, at ?? null],
  });
  return rows;
}

/**
 * Takes Shopify's own answer for an order, unless something newer was told meanwhile; null when Shopify has it
 * no longer (deleted, or beyond the 60 days that apps may read), which leaves what was told, unless a deletion was hinted.
 * An answer that is the first to name nobody leaves the mark: whether its last customer is gone is asked next.
 * One that says what is stored already still says whom it names last: of two told within a second nobody else can.
 */
export async function adoptRead(
  order: { shopId: number; orderId: string; revision: number },
  read: HashedSnapshot | null,
  paid: HashedSnapshot | null,
): Promise<void> {
  const newest = columns(read);
  const paidColumns = columns(paid);
  const plain = plainly(read);
  await pool().query(
    `update "Order" as o set
       "needsRead" = o.revision <> $3 or adopt and $14::bigint is null and o."takenOff" is null and ${LAST_ID} is not null,
       "missingSince" = case when $4::json is null then o."missingSince" end,
       "deletedAt" = coalesce(o."deletedAt", case when $4::json is null then o."deletionHintedAt" end),
       "deletionHintedAt" = case when o.revision <> $3 then o."deletionHintedAt" end,
       snapshot = case when adopt then $4::json else o.snapshot end,
       hash = hash_now,
       "refundCount" = case when adopt then $6 else o."refundCount" end,
       "snapshotUpdatedAt" = case when adopt then $7::timestamptz else o."snapshotUpdatedAt" end,
       "paidSnapshot" = case when paid_hash_now in ('', hash_now) then null
         when adopt_paid then $4::json else coalesce(o."paidSnapshot", o.snapshot) end,
       "paidHash" = paid_hash_now,
       "paidRefundCount" = case when adopt_paid then $9 else o."paidRefundCount" end,
       "paidUpdatedAt" = case when adopt_paid then $10::timestamptz else o."paidUpdatedAt" end,
       shape = case when adopt then ${SNAPSHOT_SHAPE} else o.shape end,
       "placedAt" = case when adopt then $11::timestamptz else o."placedAt" end,
       "cancelledAt" = case when adopt then $12::timestamptz else o."cancelledAt" end,
       name = case when adopt then $13 else o.name end,
       "lastCustomerId" = case when names then $14::bigint else ${LAST_ID} end,
       "lastCustomerAt" = case when names then $7::timestamptz else ${LAST_AT} end,
       "takenOff" = case when not names then o."takenOff" end,
       codes = case when adopt then $15::text[] else o.codes end,
       revision = o.revision + (adopt or adopt_paid or (o."missingSince" is not null and $4::json is not null)
         or ($4::json is null and o."deletionHintedAt" is not null and o."deletedAt" is null))::int
     from (
       select *, case when adopt then $5 else hash end as hash_now,
         $14::bigint is not null and (adopt or hash = $5) as names,
         case when adopt_paid then $8 else "paidHash" end as paid_hash_now
       from (
         select "shopId", "orderId", hash, "paidHash",
           coalesce($7::timestamptz >= coalesce("snapshotUpdatedAt", '-infinity') and hash <> $5, false) as adopt,
           coalesce($10::timestamptz >= coalesce("paidUpdatedAt", '-infinity') and "paidHash" <> $8, false)
             as adopt_paid
         from "Order" where "shopId" = $1 and "orderId" = $2 for update
       ) as compared
     ) as decided
     where o."shopId" = decided."shopId" and o."orderId" = decided."orderId"`,
    [
      order.shopId,
      order.orderId,
      order.revision,
      read?.text ?? null,
      newest.hash,
      newest.refunds,
      newest.updatedAt,
      paidColumns.hash,
      paidColumns.refunds,
      paidColumns.updatedAt,
      plain.placedAt,
      plain.cancelledAt,
      plain.name,
      read?.snapshot.customerId ?? null,
      plain.codes,
    ],
  );
}

/** Shopify's answer on whom the order named last, unless it names somebody again meanwhile: the ledger follows. */
export async function noteTakenOff(
  { shopId, orderId }: { shopId: number; orderId: string },
  { lastAt }: LostCustomer,
  takenOff: boolean,
): Promise<void> {
  await pool().query(
    `update "Order" set "takenOff" = $3, revision = revision + 1
     where "shopId" = $1 and "orderId" = $2 and "takenOff" is null and "lastCustomerAt" = $4`,
    [shopId, orderId, takenOff, lastAt],
  );
}
