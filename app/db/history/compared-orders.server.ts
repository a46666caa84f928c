// Orders beside what is kept of them, for the nightly comparison.
import type { KeptOrder } from '#app/core/history/kept-order.ts';
import type { OrderFacts } from '#app/core/snapshots/order-facts.ts';
import type { OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import type { Queryable } from '../pool.server.ts';
import { KEPT_SHAPE } from './unkept-orders.server.ts';

/** An order that the ledger has followed, and its row as it stands. */
export type ComparedOrder = {
  orderId: string;
  newest: OrderSnapshot | null;
  paid: OrderSnapshot | null;
  deleted: boolean;
  facts: OrderFacts;
  programVersion: number | null;
  /** Null where nothing of it may be kept: it is nobody's, or its customer was erased or left the program. */
  memberId: string | null;
  /** The codes of vouchers that it may name. */
  codes: string[];
  row: (KeptOrder & { memberId: string }) | null;
};

/** One part of the shop's orders in so many, after an order's id, in the order of these. */
export async function ordersToCompare(
  db: Queryable,
  shopId: number,
  { part, of, after, limit }: { part: number; of: number; after: string; limit: number },
): Promise<ComparedOrder[]> {
  const { rows } = await db.query<ComparedOrder>(
    `select o."orderId"::text, o.snapshot as newest, o."paidSnapshot" as paid,
       (o."deletedAt" is not null or o."missingSince" is not null) as deleted, o.facts, o."programVersion",
       case when o."erasedAt" is null and not o.closed then o."memberId"::text end as "memberId",
       array(select lower(v.code) from "Voucher" v where v."shopId" = $1 and v.code = any(array(select upper(c) from unnest(o.codes) c))
         union select lower(v.code) from "VoucherUse" u join "Voucher" v on v."shopId" = $1 and v.id = u."voucherId"
           where u."shopId" = $1 and u."orderId" = o."orderId") as codes,
       case when k."orderId" is not null then json_build_object('memberId', k."memberId"::text, 'day', k.day, 'keptMinor', k."keptMinor",
         'ourMinor', k."ourMinor", 'othersMinor', k."othersMinor", 'source', k.source, 'handledOn', k."handledOn", 'productIds', k."productIds"::text[]) end as row
     from "Order" o left join "KeptOrder" k on k."shopId" = $1 and k."orderId" = o."orderId"
     where o."shopId" = $1 and o."orderId" > $2::bigint and o."keptShape" >= ${KEPT_SHAPE} and o."appliedRevision" >= o.revision
       and mod(o."orderId", $4) = $3 order by o."orderId" limit $5`,
    [shopId, after, part, of, limit],
  );
  return rows;
}
