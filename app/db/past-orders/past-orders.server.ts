// A shop's row of past orders: its steps, and how far each is.
import type { CountedOrders } from '#app/core/past-orders/counted-orders.ts';
import type { PastStep, PastTrouble, WorkingStep } from '#app/core/past-orders/past-step.ts';
import type { Queryable } from '../pool.server.ts';

export type PastOrdersRow = {
  step: PastStep;
  goesOnWith: WorkingStep | null;
  why: PastTrouble | null;
  /** In however many readings. */
  firstAskedAt: Date;
  /** Days of the shop. */
  sinceDay: string | null;
  bulkId: string | null;
  url: string | null;
  found: number;
  line: number;
  stored: number;
  unreadable: number;
  alone: string[];
  readAlone: number;
  breaks: number;
  readAt: Date | null;
  version: number | null;
  awardsFrom: string | null;
  counted: CountedOrders | null;
  afterMember: string;
  awardedOn: string | null;
  spentMembers: number;
};

const COLUMNS = `step, "goesOnWith", why, "firstAskedAt", to_char("sinceDay", 'YYYY-MM-DD') as "sinceDay", "bulkId", url, found, line,
  stored, unreadable, alone::text[] as alone, "readAlone", breaks, "readAt", version,
  to_char("awardsFrom", 'YYYY-MM-DD') as "awardsFrom", counted, "afterMember"::text,
  to_char("awardedOn", 'YYYY-MM-DD') as "awardedOn", "spentMembers"`;

export async function pastOrdersOf(db: Queryable, shopId: number): Promise<PastOrdersRow | null> {
  const { rows } = await db.query<PastOrdersRow>(`select ${COLUMNS} from "PastOrders" where "shopId" = $1`, [
    shopId,
  ]);
  return rows[0] ?? null;
}

export async function lockPastOrders(db: Queryable, shopId: number): Promise<PastOrdersRow | null> {
  await db.query('select 1 from "Shop" where id = $1 for no key update', [shopId]);
  const { rows } = await db.query<PastOrdersRow>(
    `select ${COLUMNS} from "PastOrders" where "shopId" = $1 for update`,
    [shopId],
  );
  return rows[0] ?? null;
}

/** From the beginning: what an earlier reading found stays with the orders. */
export async function beginPastOrders(
  db: Queryable,
  shopId: number,
  { sinceDay, askedBy, at }: { sinceDay: string | null; askedBy: string; at: Date },
): Promise<void> {
  const { rows } = await db.query<{ first: Date }>(
    'delete from "PastOrders" where "shopId" = $1 returning "firstAskedAt" as first',
    [shopId],
  );
  await db.query(
    `insert into "PastOrders" ("shopId", step, "dueAt", "askedBy", "askedAt", "firstAskedAt", "sinceDay")
     values ($1, 'asked', $2, $3, $2, $5, $4)`,
    [shopId, at, askedBy, sinceDay, rows[0]?.first ?? at],
  );
}

/** Columns that a step changes; what isn't named stays. */
export type PastChange = Partial<{
  step: PastStep;
  goesOnWith: WorkingStep | null;
  why: PastTrouble | null;
  dueAt: Date | null;
  bulkId: string | null;
  url: string | null;
  found: number;
  line: number;
  stored: number;
  unreadable: number;
  alone: readonly string[];
  readAlone: number;
  breaks: number;
  readAt: Date;
  version: number;
  awardsFrom: string | null;
  counted: CountedOrders | null;
  afterMember: string;
  awardedOn: string | null;
  spentMembers: number;
}>;

/**
 * False where the shop's past orders are at another step by now: somebody stopped them, or began anew. What was worked out then
 * isn't written.
 */
export async function changePastOrders(
  db: Queryable,
  shopId: number,
  from: PastStep,
  change: PastChange,
): Promise<boolean> {
  const names = Object.keys(change);
  const values = Object.values(change).map((value) =>
    typeof value === 'object' && value !== null && !(value instanceof Date) && !Array.isArray(value)
      ? JSON.stringify(value)
      : value,
  );
  const set = names.map((name, place) => `"${name}" = $${place + 3}`).join(', ');
  const { rowCount } = await db.query(`update "PastOrders" set ${set} where "shopId" = $1 and step = $2`, [
    shopId,
    from,
    ...values,
  ]);
  return (rowCount ?? 0) > 0;
}

const LARGEST = `jsonb_array_elements(p.counted->'largest') with ordinality as l(one, place)`;
const STAYS = `exists (select 1 from "Member" m where m."shopId" = $1 and m.id = (l.one->>'memberId')::bigint
  and m."erasedAt" is null and m."leftAt" is null)`;

/** Whoever was erased or left since isn't named among those who would get the most. */
export async function forgetInCount(db: Queryable, shopId: number): Promise<void> {
  await db.query(
    `update "PastOrders" p set counted = jsonb_set(p.counted, '{largest}',
       coalesce((select jsonb_agg(l.one order by l.place) from ${LARGEST} where ${STAYS}), '[]'))
     where p."shopId" = $1 and exists (select 1 from ${LARGEST} where not ${STAYS})`,
    [shopId],
  );
}

/** One statement over an index of what is due. */
export async function shopsWithPastOrders(db: Queryable, at: Date): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    'select "shopId" as id from "PastOrders" where "dueAt" <= $1 order by 1',
    [at],
  );
  return rows.map(({ id }) => id);
}
