// Two of the staff tick the same task off, one after the other: who was first stays.
import { doTasks } from '#app/usecases/tasks/do-tasks.ts';
import type { TortureEvent } from './torture-event.ts';

const OPEN = `select t."shopId", t."memberId"::text, t.cause from "Task" t join "Shop" s on s.id = t."shopId"
  where s.domain = $1 and t.state = 'open' order by t."madeAt" desc, t."memberId" limit 20`;
const DONE = 'select "doneBy" from "Task" where "memberId" = $1 and cause = $2';

export const doTask: TortureEvent = {
  name: 'task done',
  weight: 1.5,
  draw(random, history, { merchant }) {
    const which = random.next();
    if (history.away) return null;
    return async () => {
      const tasks = await merchant.look<{ shopId: number; memberId: string; cause: string }>(OPEN, [
        history.shop.domain,
      ]);
      const task = tasks[Math.floor(which * tasks.length)];
      if (!task) return false;
      const { shopId, memberId, cause } = task;
      await merchant.whileUp(() => doTasks(shopId, [{ memberId, cause }], '1'));
      await merchant.whileUp(() => doTasks(shopId, [{ memberId, cause }], '2'));
      const [row] = await merchant.look<{ doneBy: string | null }>(DONE, [memberId, cause]);
      // It may have gone with its order, or its member, meanwhile.
      if (row?.doneBy === '2') history.mistakes.push(`task ${cause} of ${memberId} was done twice`);
      return row?.doneBy === '1';
    };
  },
};
