// Lines whose discount may be ours and can't be read for certain, and what the merchant decided of them.
import type { FlagReason, FreeUnits, LineFlag } from '#app/core/stamps/free-on-line.ts';
import { orderName } from '../orders/told-columns.server.ts';
import type { Queryable } from '../pool.server.ts';
import { WHOLE_UNITS } from './discount-names.server.ts';

/** The merchant's decisions, by order and line. */
export type Decisions = ReadonlyMap<string, Readonly<Record<string, FreeUnits>>>;

type DecidedRow = { orderId: string; lineId: string; cardKey: string; units: number };

/** The orders must be locked: a decision is written under the same lock. */
export async function decisionsOf(
  db: Queryable,
  shopId: number,
  orderIds: readonly string[],
): Promise<Decisions> {
  if (orderIds.length === 0) return new Map();
  const { rows } = await db.query<DecidedRow>({
    name: 'order-decisions',
    text: `select "orderId"::text, "lineId"::text, "cardKey", "freeUnits" as units from "OrderFlag"
      where "shopId" = $1 and "orderId" = any($2::bigint[]) and "decidedAt" is not null`,
    values: [shopId, orderIds],
  });
  const decisions = new Map<string, Record<string, FreeUnits>>();
  for (const { orderId, lineId, cardKey, units } of rows) {
    decisions.set(orderId, { ...decisions.get(orderId), [lineId]: { cardKey, units } });
  }
  return decisions;
}

/** Flags of these orders become those told; what was decided stays. The orders must be locked. */
export async function saveFlags(
  db: Queryable,
  shopId: number,
  orders: readonly { orderId: string; flags: readonly LineFlag[] }[],
  now: Date,
): Promise<void> {
  if (orders.length === 0) return;
  const flags = orders.flatMap(({ orderId, flags }) => flags.map((flag) => ({ orderId, ...flag })));
  await db.query({
    name: 'forget-flags',
    text: `delete from "OrderFlag" f where "shopId" = $1 and "orderId" = any($2::bigint[]) and "decidedAt" is null
      and not exists (select 1 from unnest($3::bigint[], $4::bigint[]) as seen(o, l) where o = "orderId" and l = "lineId")`,
    values: [
      shopId,
      orders.map(({ orderId }) => orderId),
      flags.map(({ orderId }) => orderId),
      flags.map(({ lineId }) => lineId),
    ],
  });
  if (flags.length === 0) return;
  const rows = flags.map(({ orderId, lineId, cardKey, reason, title, ...detail }) => {
    return { o: orderId, l: lineId, c: cardKey, r: reason, t: title, d: detail };
  });
  await db.query({
    name: 'raise-flags',
    text: `insert into "OrderFlag" as f ("shopId", "orderId", "lineId", "cardKey", reason, title, detail, "raisedAt")
      select $1, o, l, c, r, t, d, $3
      from jsonb_to_recordset($2::jsonb) as flags(o bigint, l bigint, c text, r text, t text, d jsonb)
      on conflict ("shopId", "orderId", "lineId") do update
      set "cardKey" = excluded."cardKey", reason = excluded.reason, title = excluded.title, detail = excluded.detail
      where f."decidedAt" is null`,
    values: [shopId, JSON.stringify(rows), now],
  });
}

export type OrderFlag = LineFlag & {
  orderId: string;
  /** As merchants read it, "#1001"; empty once the customer was erased. */
  orderName: string;
  memberId: string | null;
  /** ISO code of the amounts, as the shopper paid; null once the order is forgotten. */
  currency: string | null;
  raisedAt: Date;
  /** Units of the line that take stamps; null until it is decided. */
  freeUnits: number | null;
  decidedBy: string | null;
  decidedAt: Date | null;
};

type FlagRow = Omit<OrderFlag, 'amountMinor' | 'grossMinor' | 'quantity'> & {
  reason: FlagReason;
  detail: Pick<LineFlag, 'amountMinor' | 'grossMinor' | 'quantity'>;
};

/** The flag behind which a page begins. */
export type FlagCursor = { orderId: string; lineId: string };

/** Newest orders first; those that wait for a decision, or those that have one. */
export async function orderFlags(
  db: Queryable,
  shopId: number,
  page: { decided: boolean; after: FlagCursor | null; limit: number },
): Promise<OrderFlag[]> {
  const { decided, after, limit } = page;
  const { rows } = await db.query<FlagRow>(
    `select f."orderId"::text, f."lineId"::text, f."cardKey", f.reason, f.title, f.detail, f."raisedAt", f."freeUnits",
       f."decidedBy", f."decidedAt", coalesce(${orderName('o')}, '') as "orderName",
       o.snapshot->>'presentmentCurrency' as currency, o."memberId"::text
     from "OrderFlag" f join "Order" o on o."shopId" = f."shopId" and o."orderId" = f."orderId"
     where f."shopId" = $1 and (f."decidedAt" is not null) = $2
       and ($3::bigint is null or (f."orderId", f."lineId") < ($3::bigint, $4::bigint))
     order by f."orderId" desc, f."lineId" desc limit $5`,
    [shopId, decided, after?.orderId ?? null, after?.lineId ?? null, limit],
  );
  return rows.map(({ detail, ...flag }) => ({ ...flag, ...detail }));
}

/** The number of decisions that wait, counted up to a hundred: an unknown title is asked about once. */
export async function countOpenFlags(db: Queryable, shopId: number): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `select count(*)::int from (
       select distinct case reason when 'foreign-title' then lower(title) else "orderId" || '-' || "lineId" end
       from "OrderFlag" where "shopId" = $1 and "decidedAt" is null limit 100
     ) as open`,
    [shopId],
  );
  return rows[0]?.count ?? 0;
}

type LockedFlag = { quantity: number; freeUnits: number | null; reason: FlagReason; title: string };

/** Open flags of the same unknown title: one decision tells of all of them. */
const SAME_TITLE = `select s."orderId" from "OrderFlag" f join "OrderFlag" s on s."shopId" = f."shopId"
    and s.reason = f.reason and lower(s.title) = lower(f.title) and s."decidedAt" is null
  where f."shopId" = $1 and f."orderId" = $2 and f."lineId" = $3 and f.reason = 'foreign-title'`;

/** Locks the order, and those whom a decision tells of, in id order; then the flag. Null where there is none. */
export async function lockFlag(
  db: Queryable,
  shopId: number,
  { orderId, lineId }: FlagCursor,
): Promise<LockedFlag | null> {
  await db.query(
    `select 1 from "Order" where "shopId" = $1 and ("orderId" = $2 or "orderId" in (${SAME_TITLE}))
     order by "orderId" for update`,
    [shopId, orderId, lineId],
  );
  const { rows } = await db.query<LockedFlag>(
    `select least((detail->>'quantity')::numeric, 1000000)::int as quantity, "freeUnits", reason, title from "OrderFlag"
     where "shopId" = $1 and "orderId" = $2 and "lineId" = $3 for update`,
    [shopId, orderId, lineId],
  );
  return rows[0] ?? null;
}

/** Writes the decision, and makes the orders that it tells of due again. They must be locked. */
export async function decideFlag(
  db: Queryable,
  shopId: number,
  { orderId, lineId }: FlagCursor,
  decision: { freeUnits: number; decidedBy: string },
  now: Date,
): Promise<void> {
  await db.query(
    `update "Order" set revision = revision + 1
     where "shopId" = $1 and ("orderId" = $2 or ($4 = 0 and "orderId" in (${SAME_TITLE})))`,
    [shopId, orderId, lineId, decision.freeUnits],
  );
  await db.query(
    `update "OrderFlag" set "freeUnits" = $4, "decidedBy" = $5, "decidedAt" = $6
     where "shopId" = $1 and "orderId" = $2 and "lineId" = $3`,
    [shopId, orderId, lineId, decision.freeUnits, decision.decidedBy, now],
  );
}

/** Decides all open flags of the title: none of their items was the card's, or each one's whole items. They must be locked. */
export async function decideSameTitle(
  db: Queryable,
  shopId: number,
  { orderId, lineId }: FlagCursor,
  { isOwn, decidedBy }: { isOwn: boolean; decidedBy: string },
  now: Date,
): Promise<void> {
  await db.query(
    `with named as (
       update "OrderFlag" s set "decidedBy" = $4, "decidedAt" = $5,
         "freeUnits" = case when $6::boolean then 0 else ${WHOLE_UNITS('s')} end
       from "OrderFlag" f
       where f."shopId" = $1 and f."orderId" = $2 and f."lineId" = $3 and f.reason = 'foreign-title'
         and s."shopId" = f."shopId" and s.reason = f.reason and lower(s.title) = lower(f.title) and s."decidedAt" is null
       returning s."orderId"
     )
     update "Order" set revision = revision + 1 where "shopId" = $1 and "orderId" in (select "orderId" from named)`,
    [shopId, orderId, lineId, decidedBy, now, isOwn],
  );
}
