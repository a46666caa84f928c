// Members whose orders or parcels may have brought something: the sweep is asked to look at them. It decides; whoever is marked in vain
// costs a look.
import { MOMENTS as MOMENT_KINDS, type MomentKind } from '#app/core/moments/kinds/moment-kinds.ts';
import type { MonthDay } from '#app/core/moments/calendar.ts';
import type { MomentRule } from '#app/core/moments/moment-rule.ts';
import type { Queryable } from '../pool.server.ts';
import { ownInOrder } from '../members/members-in-order.server.ts';
import { ofShop } from '../shop/of-shop.server.ts';
import { numberOf } from './finders/finder.server.ts';
import { MOMENT_SQL } from './kinds/moment-kinds.server.ts';

/** Whose orders were just applied, and which moments of a list they may have brought. */
export type Buyers = {
  rules: readonly MomentRule[];
  /** How many of a member's orders were applied, by the member's id. */
  orders: ReadonlyMap<string, number>;
  /** In the shop's calendar. */
  today: string;
};

/** SQL of a member: the row's name, their kept orders with those just applied, how many these are, and the first parameter of `marksOf`. */
type MarkedBy = { row: string; kept: string; orders: string; first: number };

/** SQL: whether the sweep must look at a member. Parameter `$1` is the shop. */
export function mayBring({ row: m, kept, orders, first }: MarkedBy): string {
  const [today, keys, counts, every, joined] = [0, 1, 2, 3, 4].map((nr) => `$${first + nr}`);
  const given = (cause: string) =>
    `select 1 from "Gift" g where ${ofShop('g', '$1')} and g."memberId" = ${m}.id and g.cause = ${cause} offset 0`;
  const isOfTheLast = `exists (select 1 from unnest(${keys}::text[], ${counts}::int[], ${every}::bool[]) as rule(key, n, every)
    where case when rule.every then coalesce(${m}."ordersAtShopify", rule.n) > ${kept} or ${orders} >= rule.n or ${kept} % rule.n < ${orders}
      else ${kept} + coalesce(${m}."ordersAtShopify", 0) >= rule.n and ${kept} < rule.n + ${orders}
        and not exists (${given("rule.key || '/' || rule.n")}) end)`;
  const hasJoined = `${m}."joinedOn" >= ${today}::date - 1 and exists (select 1 from unnest(${joined}::text[]) as rule(key)
    where not exists (${given("rule.key || '/1'")}))`;
  return `(${isOfTheLast} or ${hasJoined})`;
}

/** As `mayBring` takes them; null where no moment is brought by an order. */
export function marksOf({ rules, today }: Buyers): unknown[] | null {
  const nth = rules.filter(({ kind }) => kind === 'nth-order');
  const joined = rules.filter(({ kind }) => kind === 'joined').map(({ key }) => key);
  if (nth.length + joined.length === 0) return null;
  return [
    today,
    nth.map(({ key }) => key),
    nth.map((rule) => numberOf(rule, 'n')),
    nth.map((rule) => rule.kind === 'nth-order' && rule.when.every),
    joined,
  ];
}

const MARK_BUYERS = `update "Member" m set "lookFrom" = least(m."lookFrom", $4::date), "lookAgain" = true
  from unnest($2::bigint[], $3::int[]) as w(id, orders)
  where m."shopId" = $1 and m.id = w.id and ${mayBring({ row: 'm', kept: 'm."keptOrders"', orders: 'w.orders', first: 4 })}`;

/** Marks those of the buyers whom the ledger's writer doesn't write. The members must be locked. */
export async function markBuyers(
  db: Queryable,
  shopId: number,
  buyers: Buyers,
  written: ReadonlySet<string>,
): Promise<void> {
  const others = [...buyers.orders].filter(([id]) => !written.has(id));
  const marks = others.length > 0 ? marksOf(buyers) : null;
  if (!marks) return;
  const values = [shopId, others.map(([id]) => id), others.map(([, orders]) => orders), ...marks];
  await db.query({ name: 'mark-buyers', text: MARK_BUYERS, values });
}

/** `uncounted`: Shopify was not asked yet how many orders it has of one of them, which a third order's gift waits for. */
export type Marked = { marked: boolean; uncounted: boolean };

/** Whether the sweep has to look at any of these. */
export async function areMarked(
  db: Queryable,
  shopId: number,
  memberIds: readonly string[],
): Promise<Marked> {
  const { rows } = await db.query<{ uncounted: boolean | null }>({
    name: 'are-marked',
    text: `select bool_or("ordersAskedAt" is null) as uncounted from "Member"
      where "shopId" = $1 and id = any($2::bigint[]) and "lookAgain"`,
    values: [shopId, memberIds],
  });
  const uncounted = rows[0]?.uncounted ?? null;
  return { marked: uncounted !== null, uncounted: uncounted === true };
}

/** Members of orders whose parcels were just asked about. */
export async function markReceivers(
  db: Queryable,
  shopId: number,
  orderIds: readonly string[],
  today: string,
): Promise<number> {
  const { rowCount } = await db.query(
    `${ownInOrder(`m."shopId" = $1 and m.id in (select k."memberId" from "KeptOrder" k where k."shopId" = $1
        and k."orderId" = any($2::bigint[]))`)}
     update "Member" m set "lookFrom" = least(m."lookFrom", $3::date), "lookAgain" = true from own
     where m."shopId" = $1 and m.id = own.id`,
    [shopId, orderIds, today],
  );
  return rowCount ?? 0;
}

/** Of whom a count may bring something: buyers, everybody, or those who have a yearly day now. */
export type OfCounted = {
  buyers: boolean;
  all: boolean;
  days: readonly (MonthDay & { kind: MomentKind })[];
};

const HAS_DAY = MOMENT_KINDS.map(
  (kind) => `exists (select 1 from unnest($6::int[], $7::int[], $8::text[]) as d(month, day, kind)
    where d.kind = '${kind}' and ${MOMENT_SQL[kind].onDay})`,
).join(' or ');

/** Members whose orders Shopify has counted just now: a third order’s gift, or one for some, may be for them. All are locked: the counts are stored next. */
export async function markCounted(
  db: Queryable,
  shopId: number,
  customerIds: readonly string[],
  { buyers, all, days }: OfCounted,
  today: string,
): Promise<number> {
  const { rowCount } = await db.query(
    `${ownInOrder(`m."shopId" = $1 and m."customerId" = any($2::bigint[])`)}
     update "Member" m set "lookFrom" = least(m."lookFrom", $3::date), "lookAgain" = true from own
     where m."shopId" = $1 and m.id = own.id and ($4 and m."keptOrders" > 0 or $5 or ${HAS_DAY})`,
    [
      ...[shopId, customerIds, today, buyers, all],
      days.map(({ month }) => month),
      days.map(({ day }) => day),
      days.map(({ kind }) => kind),
    ],
  );
  return rowCount ?? 0;
}

/** Of these those whose last order lies so long ago: an order of theirs that changed may have been a later one, which was given back. */
export async function markQuiet(
  db: Queryable,
  shopId: number,
  memberIds: readonly string[],
  { today, leastDays }: { today: string; leastDays: number },
): Promise<number> {
  const { rowCount } = await db.query({
    name: 'mark-quiet',
    text: `update "Member" m set "lookFrom" = least(m."lookFrom", $3::date), "lookAgain" = true
      where m."shopId" = $1 and m.id = any($2::bigint[]) and m."lastOn" <= $3::date - $4::int`,
    values: [shopId, memberIds, today, leastDays],
  });
  return rowCount ?? 0;
}
