// Orders whose snapshot the ledger doesn't follow yet.
import type { OrderFacts } from '#app/core/snapshots/order-facts.ts';
import type { OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import { NOTHING_POSTED, type PostedOfOrder } from '#app/core/orders/order-corrections.ts';
import type { OrderEntryKind } from '#app/core/orders/order-explanation.ts';
import type { Amounts, Unit } from '#app/core/values/units.ts';
import { plainArray } from '../plain-array.server.ts';
import type { Queryable } from '../pool.server.ts';
import { shopsHaving } from '../upkeep/shops-having.server.ts';
import { isWaiting } from './set-aside.server.ts';
import { KEPT_SHAPE } from '../history/unkept-orders.server.ts';
import { placedAtOrFail } from './told-columns.server.ts';

export type DueOrder = {
  orderId: string;
  newest: OrderSnapshot | null;
  paid: OrderSnapshot | null;
  deleted: boolean;
  revision: number;
  /** Frozen at first evaluation; null until then. */
  facts: OrderFacts | null;
  programVersion: number | null;
  memberId: string | null;
  memberCustomerId: string | null;
  pending: Amounts;
  /** Its customer was erased. */
  erased: boolean;
  takenOff: boolean;
  /** Of somebody who left the program. */
  closed: boolean;
  /** It was never applied: nothing of it is posted or flagged. */
  isFirst: boolean;
  /** When it was applied before it named a voucher's code. */
  usedVoucher: boolean;
  /** Of one from before the program that earns all the same: the shop's day since which it does. */
  awardedOn: string | null;
  /** The transaction that wrote the row: as long as it is the same, nothing of the row has changed. */
  writtenBy: string;
};

/** It names nobody any more, and not because its customer was taken off it: it stays theirs. */
const KEEPS_LAST = `("lastCustomerAt" < "snapshotUpdatedAt" and "takenOff" is distinct from true
  and named."customerId" is null)`;

/**
 * The due orders among some, `$2`. The snapshot's customer is read once each, because a json text is parsed each time. An
 * order that was placed before its customer was erased never brings them back, however late it is told.
 */
const DUE = `from "Order" o
  cross join lateral (select (o.snapshot->>'customerId')::bigint as "customerId" offset 0) as named
  cross join lateral (select o."erasedAt" is not null or exists (
    select 1 from "PeopleRequest" r where r."shopId" = o."shopId" and r.kind = 'redact'
      and r."customerId" = coalesce(named."customerId", o."lastCustomerId") and r."requestedAt" >= ${placedAtOrFail('o')}
  ) as erased offset 0) as known
  where o."shopId" = $1 and o."orderId" = any($2::bigint[]) and o."appliedRevision" < o.revision order by o."orderId"`;

/** Enough of a due order to name it, whatever is wrong with it. */
export type DueOrderName = { orderId: string; revision: number; wasSetAside: boolean };

/** The oldest work first; `after` skips what this run has tried already. Those set aside come when their time has. */
export async function dueOrderNames(
  db: Queryable,
  shopId: number,
  after: string,
  limit: number,
  now: Date,
): Promise<DueOrderName[]> {
  const { rows } = await db.query<DueOrderName>({
    name: 'due-order-names',
    text: `select o."orderId"::text, o.revision, a."orderId" is not null as "wasSetAside" from "Order" o
      left join "SetAsideOrder" a on a."shopId" = o."shopId" and a."orderId" = o."orderId" and a.step = 'apply'
      where o."shopId" = $1 and o."appliedRevision" < o.revision and o."orderId" > $2::bigint
        and (a."orderId" is null or a.revision <> o.revision or a."tryAgainAt" <= $4)
      order by o."orderId" limit $3`,
    values: [shopId, after, limit, now],
  });
  return rows;
}

/** Those of these orders that are still due, oldest first. */
export async function dueOrders(
  db: Queryable,
  shopId: number,
  orderIds: readonly string[],
): Promise<DueOrder[]> {
  const { rows } = await db.query<DueOrder>({
    name: 'due-orders',
    text: `select o."orderId"::text, case
          when known.erased then (snapshot::jsonb || '{"customerId": null}')::json
          when ${KEEPS_LAST} then (snapshot::jsonb || jsonb_build_object('customerId', "lastCustomerId"::text))::json
          else snapshot end as newest,
        "paidSnapshot" as paid, ("deletedAt" is not null or "missingSince" is not null) as deleted, revision, facts,
        "programVersion", "memberId"::text,
        (select m."customerId"::text from "Member" m where m."shopId" = o."shopId" and m.id = o."memberId") as "memberCustomerId",
        pending, o.closed, known.erased, coalesce("takenOff", false) and not known.erased as "takenOff",
        to_char(o."awardedOn", 'YYYY-MM-DD') as "awardedOn", "appliedRevision" = 0 as "isFirst", "appliedRevision" > 0 and exists (select 1 from "VoucherUse" u
          where u."shopId" = o."shopId" and u."orderId" = o."orderId") as "usedVoucher", o.xmin::text as "writtenBy" ${DUE}`,
    values: [shopId, orderIds],
  });
  return rows;
}

/** Shops with an order that is due, or that Shopify must be asked about; not those whose like waits set aside. */
export async function shopsWithDueOrders(db: Queryable, at: Date): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>({
    name: 'shops-with-due-orders',
    text: `select id from (
        ${shopsHaving('Order', 'o', `o."appliedRevision" < o.revision and not ${isWaiting('o', 'apply', '$1')}`)}
        union ${shopsHaving('Order', 'o', `o."needsRead" and not ${isWaiting('o', 'read', '$1')}`)}) as due order by id`,
    values: [at],
  });
  return rows.map(({ id }) => id);
}

type LockedRow = Pick<DueOrder, 'orderId' | 'erased' | 'writtenBy'>;

/**
 * The same orders again, as they stand once the members are locked; those applied meanwhile are left out. Only what was
 * written since the look is read anew.
 */
export async function lockDueOrders(
  db: Queryable,
  shopId: number,
  seen: readonly DueOrder[],
): Promise<DueOrder[]> {
  const before = new Map(seen.map((order) => [order.orderId, order]));
  const { rows } = await db.query<LockedRow>({
    name: 'lock-due-orders',
    text: `select o."orderId"::text, known.erased, o.xmin::text as "writtenBy" ${DUE} for update of o`,
    values: [shopId, [...before.keys()]],
  });
  const changed = rows.filter(({ orderId, erased, writtenBy }) => {
    const order = before.get(orderId);
    return order?.writtenBy !== writtenBy || order.erased !== erased;
  });
  const anew = changed.length > 0 ? await dueOrders(db, shopId, idsOf(changed)) : [];
  for (const order of anew) before.set(order.orderId, order);
  return rows.flatMap(({ orderId }) => before.get(orderId) ?? []);
}

const idsOf = (orders: readonly { orderId: string }[]): string[] => orders.map(({ orderId }) => orderId);

type PostedRow = {
  orderId: string;
  kind: OrderEntryKind;
  unit: Unit;
  sum: string;
  count: number;
  freed: string;
};

/** The sums of each order's entries, over whatever members they went to. A merge only moves them to another member. */
export async function postedByOrders(
  db: Queryable,
  shopId: number,
  orderIds: readonly string[],
): Promise<Map<string, PostedOfOrder>> {
  if (orderIds.length === 0) return new Map();
  const { rows } = await db.query<PostedRow>({
    name: 'posted-by-orders',
    text: `select "orderId"::text, kind, unit, sum(amount)::text, count(*)::int, sum(freed)::text as freed
      from "LedgerEntry" where "shopId" = $1 and "orderId" = any($2::bigint[]) and kind in ('order', 'free-unit')
      group by "orderId", kind, unit`,
    values: [shopId, orderIds],
  });
  const posted = new Map<string, PostedOfOrder>();
  for (const { orderId, kind, unit, sum, count, freed } of rows) {
    const before = posted.get(orderId) ?? NOTHING_POSTED;
    posted.set(orderId, {
      ...before,
      [kind]: { ...before[kind], [unit]: { sum: Number(sum), count, freed: Number(freed) } },
    });
  }
  return posted;
}

export type AppliedOrder = {
  orderId: string;
  revision: number;
  programVersion: number | null;
  facts: OrderFacts;
  memberId: string | null;
  pending: Amounts;
  erased: boolean;
  closed: boolean;
};

/** The shop comes with each order (`offset 0`), so that it is looked up by its whole key, and never among the shop's. */
export async function markApplied(
  db: Queryable,
  shopId: number,
  orders: readonly AppliedOrder[],
  now: Date,
): Promise<void> {
  await db.query({
    name: 'mark-applied',
    text: `update "Order" as o set "appliedRevision" = r.revision, "programVersion" = r."programVersion",
        facts = r.facts, "memberId" = r."memberId", pending = r.pending, "keptShape" = ${KEPT_SHAPE},
        closed = o.closed or r.closed, "erasedAt" = case when r.erased then coalesce(o."erasedAt", $2) end
      from (select $1::int as shop, * from unnest($3::bigint[], $4::int[], $5::int[], $6::jsonb[], $7::bigint[],
          $8::jsonb[], $9::boolean[], $10::boolean[]) as u("orderId", revision, "programVersion", facts, "memberId", pending, erased, closed) offset 0
        ) as r
      where o."shopId" = r.shop and o."orderId" = r."orderId"`,
    values: [
      shopId,
      now,
      plainArray(orders.map(({ orderId }) => orderId)),
      plainArray(orders.map(({ revision }) => revision)),
      plainArray(orders.map(({ programVersion }) => programVersion)),
      orders.map(({ facts }) => JSON.stringify(facts)),
      plainArray(orders.map(({ memberId }) => memberId)),
      orders.map(({ pending }) => JSON.stringify(pending)),
      plainArray(orders.map(({ erased }) => erased)),
      plainArray(orders.map(({ closed }) => closed)),
    ],
  });
}
