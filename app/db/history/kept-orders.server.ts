// Kept orders as they stand, and the members' caches of them. Orders and their members must be locked.
import type { KeptOrder } from '#app/core/history/kept-order.ts';
import { countsOrders } from '../moments/shown-orders.server.ts';
import { plainArray } from '../plain-array.server.ts';
import type { Queryable } from '../pool.server.ts';

/** Null where nothing of the order is kept, or nobody has it. */
export type KeptOfOrder = { orderId: string; kept: (KeptOrder & { memberId: string }) | null };

/** For so many days a parcel is asked about. */
export const ASKED_DAYS = 45;

/** Sent, and not long ago: `$10` is now. */
const DUE = (day: string, handled: string) =>
  `case when ${handled} is not null and ${day} > ($10::timestamptz)::date - ${ASKED_DAYS} then $10::timestamptz end`;

const TOLD = `select $1::int as shop, t.* from unnest($2::bigint[], $3::bigint[], $4::date[], $5::bigint[], $6::bigint[], $7::bigint[],
    $8::text[], $9::date[], $11::text[]) as t("order", member, day, kept, ours, others, source, handled, products) offset 0`;

const INSERT = (from: string) => `insert into "KeptOrder" as k
    ("shopId", "orderId", "memberId", day, "keptMinor", "ourMinor", "othersMinor", source, "handledOn", "productIds", "deliveryDueAt")
  select shop, "order", member, day, kept, ours, others, source, handled, products::bigint[], ${DUE('day', 'handled')}
  from ${from} where day is not null`;

/** Of orders that were never applied there is no row yet. */
const SAVE_FIRST = INSERT(`(${TOLD}) as told`);

const SAVE_AGAIN = `with told as (${TOLD}), before as (
    select k."orderId", k."memberId" from told t join "KeptOrder" k on k."shopId" = t.shop and k."orderId" = t."order"
  ), gone as (
    delete from "KeptOrder" k using told t
    where t.day is null and k."shopId" = t.shop and k."orderId" = t."order" returning k."memberId"
  ), saved as (
    ${INSERT('told')} order by 2
    on conflict ("shopId", "orderId") do update
    set "memberId" = excluded."memberId", day = excluded.day, "keptMinor" = excluded."keptMinor",
      "ourMinor" = excluded."ourMinor", "othersMinor" = excluded."othersMinor", source = excluded.source,
      "handledOn" = excluded."handledOn", "productIds" = excluded."productIds",
      "deliveryDueAt" = case when k."handledOn" is null then excluded."deliveryDueAt" else k."deliveryDueAt" end
    where (k."memberId", k.day, k."keptMinor", k."ourMinor", k."othersMinor", k.source, k."handledOn", k."productIds") is distinct from
      (excluded."memberId", excluded.day, excluded."keptMinor", excluded."ourMinor", excluded."othersMinor",
       excluded.source, excluded."handledOn", excluded."productIds")
    returning k."orderId", k."memberId"
  )
  select "memberId"::text as id from gone union select "memberId"::text from saved
  union select b."memberId"::text from before b join saved s using ("orderId")`;

/** As the statements take them. */
function valuesOf(shopId: number, orders: readonly KeptOfOrder[], at: Date): unknown[] {
  const of = <T>(pick: (kept: NonNullable<KeptOfOrder['kept']>) => T) =>
    orders.map(({ kept }) => (kept ? pick(kept) : null));
  return [
    shopId,
    plainArray(orders.map(({ orderId }) => orderId)),
    plainArray(of(({ memberId }) => memberId)),
    plainArray(of(({ day }) => day)),
    plainArray(of(({ keptMinor }) => keptMinor)),
    plainArray(of(({ ourMinor }) => ourMinor)),
    plainArray(of(({ othersMinor }) => othersMinor)),
    of(({ source }) => source),
    plainArray(of(({ handledOn }) => handledOn)),
    at,
    of(({ productIds }) => `{${productIds.join(',')}}`),
  ];
}

/** Orders that are applied for the first time. Returns the members whose rows changed: their caches are due. */
export async function saveFirstKept(
  db: Queryable,
  shopId: number,
  orders: readonly KeptOfOrder[],
  at: Date,
): Promise<string[]> {
  const told = orders.filter(({ kept }) => kept !== null);
  if (told.length === 0) return [];
  await db.query({ name: 'save-first-kept', text: SAVE_FIRST, values: valuesOf(shopId, told, at) });
  return told.flatMap(({ kept }) => kept?.memberId ?? []);
}

/** Rows as these orders say. What is known of a delivery stays. Returns the members whose rows changed: their caches are due. */
export async function saveKeptAgain(
  db: Queryable,
  shopId: number,
  orders: readonly KeptOfOrder[],
  at: Date,
): Promise<string[]> {
  if (orders.length === 0) return [];
  const values = valuesOf(shopId, orders, at);
  const { rows } = await db.query<{ id: string }>({ name: 'save-kept-again', text: SAVE_AGAIN, values });
  return rows.map(({ id }) => id);
}

/** A member's purchases in sum, of shop `shop` and member `member`, where `wanted` (SQL). Gaps of nothing are of orders of one day. */
export const historyOf = (shop: string, member: string, wanted = 'true'): string => `
  select count(*)::int as orders, min(day) as first, max(day) as last, coalesce(sum("keptMinor"), 0)::bigint as spent,
    percentile_disc(0.5) within group (order by gap) filter (where gap > 0) as rhythm
  from (select day, "keptMinor", day - lag(day) over (order by day) as gap from "KeptOrder" k
    where ${wanted} and k."shopId" = ${shop} and k."memberId" = ${member} offset 0) as bought`;

const CACHES = (row: string) =>
  `${row}"keptOrders", ${row}"firstOn", ${row}"lastOn", ${row}"spentMinor", ${row}"rhythmDays"`;

/** The members must be locked. */
export async function keepHistoryCaches(
  db: Queryable,
  shopId: number,
  memberIds: readonly string[],
): Promise<void> {
  if (memberIds.length === 0) return;
  await db.query({
    name: 'keep-history-caches',
    // A bar of orders that the shop's pages show goes by their number.
    text: `update "Member" m set (${CACHES('')}) = (h.orders, h.first, h.last, h.spent, h.rhythm),
        rev = m.rev + case when m."keptOrders" <> h.orders and ${countsOrders('$1')} then 1 else 0 end
      from (select $1::int as shop, id from unnest($2::bigint[]) as id offset 0) as w
      cross join lateral (${historyOf('w.shop', 'w.id')}) as h
      where m."shopId" = w.shop and m.id = w.id
        and (${CACHES('m.')}) is distinct from (h.orders, h.first, h.last, h.spent, h.rhythm)`,
    values: [shopId, memberIds],
  });
}

export type HistoryMismatch = { shopId: number; memberId: string; caches: string; rows: string };

/** Members whose caches differ from their rows, at most 100; of one shop, or of all. */
export async function historyMismatches(
  db: Queryable,
  shopId: number | null = null,
): Promise<HistoryMismatch[]> {
  const { rows } = await db.query<HistoryMismatch>(
    `select m."shopId", m.id::text as "memberId", (${CACHES('m.')})::text as caches,
       (h.orders, h.first, h.last, h.spent, h.rhythm)::text as rows
     from "Member" m cross join lateral (${historyOf('m."shopId"', 'm.id')}) as h
     where ($1::int is null or m."shopId" = $1)
       and (${CACHES('m.')}) is distinct from (h.orders, h.first, h.last, h.spent, h.rhythm) limit 100`,
    [shopId],
  );
  return rows;
}
