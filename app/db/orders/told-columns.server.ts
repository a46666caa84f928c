// Values that statements ask of an order's snapshot stand in columns of their own, written with the snapshot. Rows that
// an older release wrote last (their `shape` tells) say them in the snapshot alone until the job has filled the
// columns; a later release reads the columns only, once no such row is left.
import type { Queryable } from '../pool.server.ts';

/** The snapshots' shape since which the columns are written. */
const SINCE = 2;

const told = (order: string, column: string, inSnapshot: string) =>
  `(case when ${order}.shape >= ${SINCE} then ${order}.${column} else ${inSnapshot} end)`;

/** As the rest of this file, for a statement that knows the order by this name: when it was placed. */
export const placedAt = (order: string): string =>
  told(order, '"placedAt"', `(${order}.snapshot->>'processedAt')::timestamptz`);

export const cancelledAt = (order: string): string =>
  told(order, '"cancelledAt"', `(${order}.snapshot->>'cancelledAt')::timestamptz`);

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

/** As `codesOf`. */
const CODES_TOLD = `array(select distinct code from (
    select lower(regexp_replace(d->>'title', '\\s', '', 'g')) collate "C" as code
    from json_array_elements(o.snapshot->'discounts') as d where d->>'type' = 'discount_code'
  ) as folded where code ~ '${POSSIBLE}' order by 1)`;

export type ToldColumnMismatch = { shopId: number; orderId: string };

/** Orders whose columns say something else than their snapshot, at most 100. Each snapshot is parsed once. */
export async function toldColumnMismatches(db: Queryable): Promise<ToldColumnMismatch[]> {
  const { rows } = await db.query<ToldColumnMismatch>(
    `select o."shopId", o."orderId"::text from "Order" o
     left join lateral json_to_record(o.snapshot)
       as said("processedAt" timestamptz, "cancelledAt" timestamptz, name text) on true
     where o.shape >= ${SINCE} and (o."placedAt", o."cancelledAt", o.name)
       is distinct from (said."processedAt", said."cancelledAt", said.name)
       or o.shape >= ${CODES_SINCE} and o.codes <> ${CODES_TOLD} limit 100`,
  );
  return rows;
}
