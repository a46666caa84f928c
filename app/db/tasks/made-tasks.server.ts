// Whether a note or a call may be asked for, and asking for it. The member must be locked.
import type { NewTask } from '#app/core/tasks/task.ts';
import type { Queryable } from '../pool.server.ts';

export type TasksBefore = {
  isThere: boolean;
  /** The day of the last note or call that didn't lapse. */
  lastOn: string | null;
  /** When a reward was last given for a cause. */
  rewardAt: Date | null;
};

/** Over the person. */
export async function tasksBefore(
  db: Queryable,
  shopId: number,
  memberId: string,
  cause: string,
  lapsedOn: string,
): Promise<TasksBefore> {
  const { rows } = await db.query<TasksBefore>(
    `with person as (select id from person_of($1, $2))
     select exists (select from "Task" t where t."shopId" + 0 = $1 and t."memberId" in (select id from person) and t.cause = $3)
         as "isThere",
       (select to_char(max(t."on"), 'YYYY-MM-DD') from "Task" t where t."shopId" + 0 = $1
         and t."memberId" in (select id from person) and t.kind in ('note', 'call') and t.state <> 'gone'
         and (t.state <> 'open' or t."on" > $4::date)) as "lastOn",
       (select max(g."givenAt") from "Gift" g where g."shopId" + 0 = $1 and g."memberId" in (select id from person)
         and g."rewardKey" is not null and g.state in ('given', 'waiting')) as "rewardAt"`,
    [shopId, memberId, cause, lapsedOn],
  );
  return rows[0] ?? { isThere: false, lastOn: null, rewardAt: null };
}

export async function insertTask(
  db: Queryable,
  shopId: number,
  task: NewTask,
  { on, at }: { on: string; at: Date },
): Promise<void> {
  const { memberId, cause, momentKey, kind, words, reason, orderId } = task;
  await db.query(
    `insert into "Task" ("shopId", "memberId", cause, "momentKey", kind, words, reason, "orderId", "on", state, "madeAt")
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'open', $10) on conflict do nothing`,
    [shopId, memberId, cause, momentKey, kind, words, JSON.stringify(reason), orderId, on, at],
  );
}
