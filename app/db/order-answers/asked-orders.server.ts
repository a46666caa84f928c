// One order by its name, with all that the answer to "where are my points?" needs of it.
import type { OrderFacts } from '#app/core/snapshots/order-facts.ts';
import type { OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import type { SetAsideStep } from '#app/core/orders/set-aside.ts';
import type { Amounts } from '#app/core/values/units.ts';
import { orderName } from '../orders/told-columns.server.ts';
import type { Queryable } from '../pool.server.ts';
import { ofShop } from '../shop/of-shop.server.ts';

export type AskedOrderRow = {
  orderId: string;
  name: string;
  newest: OrderSnapshot | null;
  paid: OrderSnapshot | null;
  deleted: boolean;
  facts: OrderFacts | null;
  programVersion: number | null;
  memberId: string | null;
  takenOff: boolean;
  /** Of somebody who left the program. */
  closed: boolean;
  pending: Amounts;
  /** The ledger doesn't follow it yet. */
  due: boolean;
  setAside: { step: SetAsideStep; reason: string } | null;
  flagged: boolean;
};

const ROW = `o."orderId"::text, coalesce(${orderName('o')}, '') as name, o.snapshot as newest, o."paidSnapshot" as paid,
  (o."deletedAt" is not null or o."missingSince" is not null) as deleted, o.facts, o."programVersion", o."memberId"::text,
  coalesce(o."takenOff", false) as "takenOff", o.closed, o.pending, o."appliedRevision" < o.revision as due,
  (select json_build_object('step', a.step, 'reason', a.reason) from "SetAsideOrder" a
    where a."shopId" = o."shopId" and a."orderId" = o."orderId" order by a.step limit 1) as "setAside",
  exists (select 1 from "OrderFlag" f where f."shopId" = o."shopId" and f."orderId" = o."orderId"
    and f."decidedAt" is null) as flagged`;

/** The likeliest of the names first. Null where the shop has no such order. */
export async function orderOfName(
  db: Queryable,
  shopId: number,
  names: readonly string[],
): Promise<AskedOrderRow | null> {
  const { rows } = await db.query<AskedOrderRow>(
    `select ${ROW} from "Order" o where o."shopId" = $1 and ${orderName('o')} = any($2::text[])
     order by array_position($2::text[], ${orderName('o')}), o."orderId" desc limit 1`,
    [shopId, names],
  );
  return rows[0] ?? null;
}

export type PersonIds = { memberIds: string[]; customerIds: string[] };

/** Who a customer is, with all who were merged into them. */
export async function personOfCustomer(
  db: Queryable,
  shopId: number,
  customerId: string,
): Promise<PersonIds> {
  const { rows } = await db.query<{ id: string; customerId: string }>(
    `select m.id::text, m."customerId"::text from "Member" own cross join lateral person_of($1, own.id) as p
     join "Member" m on ${ofShop('m', '$1')} and m.id = p.id
     where ${ofShop('own', '$1')} and own."customerId" = $2`,
    [shopId, customerId],
  );
  const ids = rows.map((row) => row.customerId);
  return { memberIds: rows.map(({ id }) => id), customerIds: [...new Set([customerId, ...ids])] };
}

/** What the shop calls its newest order: it shows what stands before and behind a number. */
export async function newestOrderName(db: Queryable, shopId: number): Promise<string | null> {
  const { rows } = await db.query<{ name: string | null }>(
    `select ${orderName('o')} as name from "Order" o where o."shopId" = $1 and o.snapshot is not null
     order by o."orderId" desc limit 1`,
    [shopId],
  );
  return rows[0]?.name ?? null;
}

/** As people call it: folded names, or the number alone. */
export type CalledBy = { names: readonly string[]; digits: string };

/** Among the person's own: by any of the names, else by the number alone. An order that isn't counted yet has no member. */
export async function ownOrder(
  db: Queryable,
  shopId: number,
  { memberIds, customerIds }: PersonIds,
  { names, digits }: CalledBy,
): Promise<AskedOrderRow | null> {
  const { rows } = await db.query<AskedOrderRow>(
    `select ${ROW} from (
       select * from "Order" where ${ofShop('"Order"', '$1')} and "memberId" = any($2::bigint[])
       union all
       select * from "Order" where "shopId" = $1 and "appliedRevision" < revision and "memberId" is null
         and "lastCustomerId" = any($3::bigint[])
     ) as o
     cross join lateral (select lower(${orderName('o')}) as name offset 0) as said
     where said.name = any($4::text[]) or ($5 <> '' and regexp_replace(said.name, '\\D', '', 'g') = $5)
     order by said.name = any($4::text[]) desc, o."orderId" desc limit 1`,
    [shopId, memberIds, customerIds, names, digits],
  );
  return rows[0] ?? null;
}
