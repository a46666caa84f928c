// Tasks as the merchant does them.
import type { TaskKind, TaskName, TaskState } from '#app/core/tasks/task.ts';
import type { Localized } from '#app/core/values/languages.ts';
import type { Queryable } from '../pool.server.ts';

export type TaskRow = TaskName & {
  kind: TaskKind;
  words: string;
  reason: Localized;
  orderId: string | null;
  /** As merchants read it, "#1001"; empty where it isn't known. */
  orderName: string;
  customerId: string;
  on: string;
  state: TaskState;
  doneAt: Date | null;
  /** What is known of the member's orders. */
  keptOrders: number;
  rhythmDays: number | null;
  lastOn: string | null;
};

const SHOWN = `t."memberId"::text, t.cause, t.kind, t.words, t.reason, t."orderId"::text, coalesce(o.name, '') as "orderName",
  m."customerId"::text, to_char(t."on", 'YYYY-MM-DD') as "on", t.state, t."doneAt", m."keptOrders", m."rhythmDays",
  to_char(m."lastOn", 'YYYY-MM-DD') as "lastOn"`;
const FROM = `"Task" t join "Member" m on m."shopId" + 0 = $1 and m.id = t."memberId"
  left join "Order" o on o."shopId" = $1 and o."orderId" = t."orderId"`;

/** Parcels that wait, the oldest order first, and those that were sent without since a day. */
export async function packingList(
  db: Queryable,
  shopId: number,
  { missedSince, limit }: { missedSince: string; limit: number },
): Promise<TaskRow[]> {
  const { rows } = await db.query<TaskRow>(
    `select ${SHOWN} from ${FROM} where t."shopId" = $1 and t.kind = 'packing'
       and (t.state = 'open' or t.state = 'missed' and t."on" >= $2::date) order by t.state desc, t."orderId", t.cause limit $3`,
    [shopId, missedSince, limit],
  );
  return rows;
}

const WAITS = `t."shopId" = $1 and t.kind in ('note', 'call') and t.state = 'open' and not m.blocked`;

/** Notes and calls that wait, the oldest first; of nobody who was left out meanwhile. @param lapsedOn of this day or before, lapsed */
export async function waitingTasks(
  db: Queryable,
  shopId: number,
  lapsedOn: string,
  limit: number,
): Promise<TaskRow[]> {
  const { rows } = await db.query<TaskRow>(
    `select ${SHOWN} from ${FROM} where ${WAITS} and t."on" > $2::date order by t."on", t."memberId", t.cause limit $3`,
    [shopId, lapsedOn, limit],
  );
  return rows;
}

/** Notes and calls that nobody got to in time, the newest first. */
export async function lapsedTasks(
  db: Queryable,
  shopId: number,
  { since, until, limit }: { since: string; until: string; limit: number },
): Promise<TaskRow[]> {
  const { rows } = await db.query<TaskRow>(
    `select ${SHOWN} from ${FROM} where ${WAITS} and t."on" between $2::date and $3::date
     order by t."on" desc, t."memberId", t.cause limit $4`,
    [shopId, since, until, limit],
  );
  return rows;
}

/** Done since then, the newest first; also what went with its order after it had been done. */
export async function doneTasks(
  db: Queryable,
  shopId: number,
  since: Date,
  limit: number,
): Promise<TaskRow[]> {
  const { rows } = await db.query<TaskRow>(
    `select ${SHOWN} from ${FROM} where t."shopId" = $1 and t."doneAt" >= $2 order by t."doneAt" desc, t."memberId", t.cause
     limit $3`,
    [shopId, since, limit],
  );
  return rows;
}

/** How many parcels and how many notes and calls wait, and how many of these were done since then. Counted no further than 100. */
export async function countTasks(
  db: Queryable,
  shopId: number,
  { since, lapsedOn }: { since: Date; lapsedOn: string },
): Promise<{ parcels: number; waiting: number; done: number }> {
  const { rows } = await db.query<{ parcels: number; waiting: number; done: number }>(
    `select (select count(*) from (select from "Task" t where t."shopId" = $1 and t.kind = 'packing' and t.state = 'open'
         limit 100) as p)::int as parcels,
       (select count(*) from (select from "Task" t join "Member" m on m."shopId" + 0 = $1 and m.id = t."memberId"
         where ${WAITS} and t."on" > $3::date limit 100) as w)::int as waiting,
       (select count(*) from "Task" t where t."shopId" = $1 and t."doneAt" >= $2 and t.kind <> 'packing')::int as done`,
    [shopId, since, lapsedOn],
  );
  return rows[0] ?? { parcels: 0, waiting: 0, done: 0 };
}

const LOCKED = `with wanted as (
    select t."memberId", t.cause from "Task" t join unnest($2::bigint[], $3::text[]) as n(member, cause)
      on n.member = t."memberId" and n.cause = t.cause
    where t."shopId" = $1 order by t."memberId", t.cause for update of t
  )`;

const parts = (names: readonly TaskName[]) => [
  names.map(({ memberId }) => memberId),
  names.map(({ cause }) => cause),
];

/** What is done already stays whose it is. Returns those that are done now. */
export async function finishTasks(
  db: Queryable,
  shopId: number,
  names: readonly TaskName[],
  by: { userId: string; at: Date },
): Promise<TaskName[]> {
  await db.query(
    `${LOCKED} update "Task" t set state = 'done', "doneBy" = $4, "doneAt" = $5 from wanted w
     where t."shopId" = $1 and t."memberId" = w."memberId" and t.cause = w.cause and t.state in ('open', 'missed')`,
    [shopId, ...parts(names), by.userId, by.at],
  );
  const { rows } = await db.query<TaskName>(
    `select t."memberId"::text, t.cause from "Task" t join unnest($2::bigint[], $3::text[]) as n(member, cause)
       on n.member = t."memberId" and n.cause = t.cause where t."shopId" = $1 and t.state = 'done'`,
    [shopId, ...parts(names)],
  );
  return rows;
}

/** A parcel that was sent meanwhile was sent without; a note about one waits as before. */
export async function reopenTasks(db: Queryable, shopId: number, names: readonly TaskName[]): Promise<void> {
  await db.query(
    `${LOCKED} update "Task" t set "doneBy" = null, "doneAt" = null, state = case when t.kind = 'packing' and exists (
         select from "Order" o where o."shopId" = $1 and o."orderId" = t."orderId"
           and o.snapshot->>'fulfillmentStatus' = 'fulfilled') then 'missed' else 'open' end
     from wanted w where t."shopId" = $1 and t."memberId" = w."memberId" and t.cause = w.cause and t.state = 'done'`,
    [shopId, ...parts(names)],
  );
}
