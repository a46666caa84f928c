// The page of tasks: what goes into today's parcels, whom to write to or call, and what was done.
import { now } from '#app/clock.server.ts';
import { LAPSE_DAYS, MOST_A_DAY } from '#app/core/tasks/task-limits.ts';
import { addDays, dayIn, startOfDay } from '#app/core/values/days.ts';
import { pool } from '#app/db/pool.server.ts';
import {
  countTasks,
  doneTasks,
  lapsedTasks,
  packingList,
  waitingTasks,
  type TaskRow,
} from '#app/db/tasks/tasks.server.ts';

/** More parcels of one list are packed in turns. */
const MOST_PARCELS = 200;
const MISSED_DAYS = 30;
const LAPSED_SHOWN_DAYS = 30;
const MOST_LAPSED = 20;
const TAKE_OUT_DAYS = 7;

export type ReadTasks = {
  parcels: TaskRow[];
  hasMore: boolean;
  missed: TaskRow[];
  /** Notes and calls of today. */
  today: TaskRow[];
  /** Notes and calls that nobody got to. */
  lapsed: TaskRow[];
  done: TaskRow[];
  /** Packed, and then the order was cancelled. */
  takeOut: TaskRow[];
};

type Shop = { id: number; timeZone: string };

const sinceToday = (shop: Shop, at: Date) => startOfDay(shop.timeZone, dayIn(shop.timeZone, at));

/** What was due on this day, or before, has lapsed. */
const lapsedBy = (today: string) => addDays(today, -LAPSE_DAYS);

export async function readTasks(shop: Shop): Promise<ReadTasks> {
  const at = now();
  const day = dayIn(shop.timeZone, at);
  const missedSince = addDays(day, -MISSED_DAYS);
  const weekAgo = startOfDay(shop.timeZone, addDays(day, -TAKE_OUT_DAYS));
  const lapsedOn = lapsedBy(day);
  const [packing, waiting, lapsed, ofWeek, counts] = await Promise.all([
    packingList(pool(), shop.id, { missedSince, limit: MOST_PARCELS + 1 }),
    waitingTasks(pool(), shop.id, lapsedOn, MOST_A_DAY),
    lapsedTasks(pool(), shop.id, {
      since: addDays(lapsedOn, -LAPSED_SHOWN_DAYS),
      until: lapsedOn,
      limit: MOST_LAPSED,
    }),
    doneTasks(pool(), shop.id, weekAgo, MOST_PARCELS),
    countTasks(pool(), shop.id, { since: sinceToday(shop, at), lapsedOn }),
  ]);
  const parcels = packing.filter(({ state }) => state === 'open');
  const today = sinceToday(shop, at);
  return {
    parcels: parcels.slice(0, MOST_PARCELS),
    hasMore: parcels.length > MOST_PARCELS,
    missed: packing.filter(({ state }) => state === 'missed'),
    today: waiting.slice(0, Math.max(0, MOST_A_DAY - counts.done)),
    lapsed,
    done: ofWeek.filter(({ state, doneAt }) => state === 'done' && doneAt !== null && doneAt >= today),
    takeOut: ofWeek.filter(({ state }) => state === 'gone'),
  };
}

/** For Home: how many there are to do today. */
export async function countTasksToDo(shop: Shop): Promise<{ parcels: number; today: number }> {
  const at = now();
  const lapsedOn = lapsedBy(dayIn(shop.timeZone, at));
  const of = { since: sinceToday(shop, at), lapsedOn };
  const { parcels, waiting, done } = await countTasks(pool(), shop.id, of);
  return { parcels, today: Math.min(waiting, Math.max(0, MOST_A_DAY - done)) };
}
