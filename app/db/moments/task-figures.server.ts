// What became of the tasks of moments. What goes into a parcel has no gift beside it: it counts as given once it is packed.
import { FOLLOWED_WITHIN_DAYS, type MomentFigures } from '#app/core/moments/moment-figures.ts';
import { TASK_OFFERS } from '#app/core/moments/moment-rule.ts';
import type { Queryable } from '../pool.server.ts';
import { orderedAfter } from './ordered-after.server.ts';

export type TaskCounts = NonNullable<MomentFigures['tasks']> & {
  packed: number;
  lately: number;
  followed: number;
};

/** After it was packed: the order that it is packed for came before. */
const FOLLOWED = orderedAfter({
  memberId: 't."memberId"',
  at: 't."doneAt"',
  zone: 'shop.zone',
  days: '$4::int',
});

/** By the moment's key: of done ones since they were done, of others since they were due. Those that went with their order aren't counted. */
export async function taskFigures(
  db: Queryable,
  shopId: number,
  { since, lately }: { since: Date; lately: Date },
): Promise<Record<string, TaskCounts>> {
  const { rows } = await db.query<TaskCounts & { key: string }>({
    name: 'task-figures',
    text: `with shop as (select "timeZone" as zone from "Shop" where id = $1), tasks as (
        select t."momentKey" as key, t."memberId", t."doneAt", t.state, t.kind = 'packing' as packed
        from "Task" t where t."shopId" = $1 and t."doneAt" >= $2 and t.state = 'done'
        union all select t."momentKey", t."memberId", null, t.state, false
        from "Task" t cross join shop where t."shopId" = $1 and t.kind = any($5) and t."on" >= ($2::timestamptz at time zone shop.zone)::date and t.state in ('open', 'missed')
      )
      select t.key, (count(*) filter (where t.state = 'done'))::int as done, (count(*) filter (where t.state = 'open'))::int as open,
        (count(*) filter (where t.state = 'missed'))::int as missed, (count(*) filter (where t.packed))::int as packed,
        (count(*) filter (where t.packed and t."doneAt" >= $3))::int as lately,
        (count(*) filter (where t.packed and ${FOLLOWED}))::int as followed
      from tasks t cross join shop group by 1`,
    values: [shopId, since, lately, FOLLOWED_WITHIN_DAYS, TASK_OFFERS],
  });
  return Object.fromEntries(rows.map(({ key, ...counts }) => [key, counts]));
}

const NOTHING: MomentFigures = {
  ...{
    given: 0,
    lately: 0,
    open: 0,
    unchosen: 0,
    used: 0,
    lapsed: 0,
    points: 0,
    costMinor: 0,
    unmeasured: 0,
  },
  ...{ followed: 0, said: 0, heldOut: 0, chosen: [], tasks: null },
};

/** Notes and calls are among the gifts already. */
export function withTasks(figures: MomentFigures = NOTHING, counts: TaskCounts): MomentFigures {
  const { packed, lately, followed, ...tasks } = counts;
  return {
    ...figures,
    given: figures.given + packed,
    lately: figures.lately + lately,
    followed: figures.followed + followed,
    tasks,
  };
}
