// Snapshots of before shape 4 have titles that may name somebody: codes of any kind, what staff called a discount. They
// lose them, and nothing else: hashes and revisions stay, so whatever is told again is as new or as old as ever.
import type { Queryable } from '../pool.server.ts';

/** Since then snapshots are written without such titles; a paid one beside may be older. */
const SINCE = 4;

/** Before it no code could be ours. */
const CODES_SINCE = 3;

/** What the snapshots are known by; as the index `Order_toStrip_idx` has it. */
const KNOWN_BY = `hash || '/' || "paidHash"`;

/**
 * Strips some orders, of whatever shop. Returns how many; those that somebody has locked wait for the next time. What a
 * process of an older release writes after it has other hashes, and is found again.
 */
export async function stripSnapshots(db: Queryable, limit: number): Promise<number> {
  const { rowCount } = await db.query(
    `update "Order" o set "strippedOf" = ${KNOWN_BY},
       snapshot = without_foreign_titles(o.snapshot, o.shape >= ${CODES_SINCE}),
       "paidSnapshot" = without_foreign_titles(o."paidSnapshot", o.shape >= ${CODES_SINCE})
     from (
       select "shopId", "orderId" from "Order"
       where (shape < ${SINCE} or "paidSnapshot" is not null) and snapshot is not null
         and "strippedOf" is distinct from ${KNOWN_BY}
       order by "shopId", "orderId" limit $1 for update skip locked
     ) as due
     where o."shopId" = due."shopId" and o."orderId" = due."orderId"`,
    [limit],
  );
  return rowCount ?? 0;
}
