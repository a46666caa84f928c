// Values that statements ask of an order's snapshot stand in columns of their own, written with the snapshot. Rows that
// an older release wrote last (their `shape` tells) say them in the snapshot alone until the job has filled the
// columns; a later release reads the columns only, once no such row is left.
import type { Queryable } from '../pool.server.ts';

/** The snapshots' shape since which the columns are written. */
const SINCE = 2;

const told = (order: string, column: string, inSnapshot: string) =>
  `(case when ${order}.shape >= ${SINCE} then ${order}.${column} else ${inSnapshot} end)`;

/**
 * As the rest of this file, for a statement that knows the order by this name: when it was placed. Null where an old
 * snapshot says what no calendar has: one such order never decides for a statement's others.
 */
export const placedAt = (order: string): string =>
  told(order, '"placedAt"', `told_instant(${order}.snapshot->>'processedAt')`);

/** The same, where the statement had better fail: whoever asks sets such an order aside. */
export const placedAtOrFail = (order: string): string =>
  `coalesce(${placedAt(order)}, (${order}.snapshot->>'processedAt')::timestamptz)`;

export const cancelledAt = (order: string): string =>
  told(order, '"cancelledAt"', `told_instant(${order}.snapshot->>'cancelledAt')`);

/** As merchants read it, "#1001". The index `Order_toldName_idx` has this very expression. */
export const orderName = (order: string): string => told(order, 'name', `${order}.snapshot->>'name'`);

/** Fills the columns of some orders. Returns how many; those that somebody has locked wait for the next time. */
export async function fillToldColumns(db: Queryable, limit: number): Promise<number> {
  const { rowCount } = await db.query(
    `update "Order" o set "placedAt" = ${placedAt('o')}, "cancelledAt" = ${cancelledAt('o')}, name = ${orderName('o')},
       shape = ${SINCE}
     from (
       select "shopId", "orderId" from "Order" where shape < ${SINCE} and snapshot is not null
       order by "shopId", "orderId" limit $1 for update skip locked
     ) as due
     where o."shopId" = due."shopId" and o."orderId" = due."orderId"`,
    [limit],
  );
  return rowCount ?? 0;
}

/** The codes are written with snapshots of this shape and later; before it none could be ours. */
const CODES_SINCE = 3;

/** As `possibleCode`, which says why. */
const POSSIBLE = '^[a-hjkmnp-z2-9]{4}(-?)[a-hjkmnp-z2-9]{4}\\1[a-hjkmnp-z2-9]{4}$';

/** An old telling may have anything in their place. */
const DISCOUNTS = `case json_typeof(o.snapshot->'discounts') when 'array' then o.snapshot->'discounts' end`;

/** As `codesOf`. */
const CODES_TOLD = `array(select distinct code from (
    select lower(regexp_replace(d->>'title', '\\s', '', 'g')) collate "C" as code
    from json_array_elements(${DISCOUNTS}) as d where d->>'type' = 'discount_code'
  ) as folded where code ~ '${POSSIBLE}' order by 1)`;

export type ToldColumnMismatch = { shopId: number; orderId: string };

/** Orders whose columns say something else than their snapshot, at most 100; of one shop, or of all. Each is parsed once. */
export async function toldColumnMismatches(
  db: Queryable,
  shopId: number | null = null,
): Promise<ToldColumnMismatch[]> {
  const { rows } = await db.query<ToldColumnMismatch>(
    `select o."shopId", o."orderId"::text from "Order" o
     left join lateral json_to_record(o.snapshot)
       as said("processedAt" text, "cancelledAt" text, name text) on true
     where ($1::int is null or o."shopId" = $1) and (o.shape >= ${SINCE} and (o."placedAt", o."cancelledAt", o.name)
         is distinct from (told_instant(said."processedAt"), told_instant(said."cancelledAt"), said.name)
       or o.shape >= ${CODES_SINCE} and o.codes <> ${CODES_TOLD}) limit 100`,
    [shopId],
  );
  return rows;
}
