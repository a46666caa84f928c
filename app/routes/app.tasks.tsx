import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { now } from '#app/clock.server.ts';
import { dayIn } from '#app/core/values/days.ts';
import { keepWhatWasTyped } from '#app/ui/form/keep-what-was-typed.ts';
import { TasksPage } from '#app/ui/tasks/tasks-page.tsx';
import { doTasks, undoTasks } from '#app/usecases/tasks/do-tasks.ts';
import { readTasks } from '#app/usecases/tasks/read-tasks.ts';
import { forMerchant } from './merchant/for-merchant.ts';
import { parseBody } from './merchant/parse-body.ts';

export const clientAction = keepWhatWasTyped;

export const loader = forMerchant(async ({ shop }) => {
  return { ...(await readTasks(shop)), day: dayIn(shop.timeZone, now()) };
});

/** As many as the page shows at once. */
const MOST = 250;
const task = z.object({
  memberId: z.string().regex(/^\d{1,18}$/),
  cause: z.string().regex(/^[a-z0-9-]{1,32}\/[\w.:/-]{1,100}$/i),
});
const wanted = z.object({ do: z.enum(['done', 'undo']), tasks: z.array(task).min(1).max(MOST) });

export const action = forMerchant(async ({ shop, userId, request }) => {
  const { do: what, tasks } = await parseBody(request, wanted);
  const done = what === 'done' ? doTasks(shop.id, tasks, userId) : undoTasks(shop.id, tasks);
  return Response.json(await done);
});

export default function Tasks() {
  return <TasksPage {...useLoaderData<typeof loader>()} />;
}
