// How many members have their birthday on which day of this month.
import { addDays } from '#app/core/values/days.ts';
import type { Queryable } from '../pool.server.ts';

/** `days` has one count a day, from the first on. */
export type MonthOfBirthdays = { month: string; days: number[] };

/** @param today in the shop's calendar; who was born on 29 February counts in any February, on its last day */
export async function readMonthOfBirthdays(
  db: Queryable,
  shopId: number,
  today: string,
): Promise<MonthOfBirthdays> {
  const month = today.slice(0, 7);
  const { rows } = await db.query<{ day: number; count: number }>({
    name: 'month-of-birthdays',
    text: `select "birthDay" as day, count(*)::int as count from "Member"
      where "shopId" = $1 and "birthMonth" = $2 and "mergedIntoId" is null and "erasedAt" is null and not blocked
      group by 1`,
    values: [shopId, Number(today.slice(5, 7))],
  });
  const days = Array<number>(lengthOf(month)).fill(0);
  for (const { day, count } of rows) {
    const at = Math.min(day, days.length) - 1;
    days[at] = (days[at] ?? 0) + count;
  }
  return { month, days };
}

function lengthOf(month: string): number {
  let length = 28;
  while (addDays(`${month}-01`, length).startsWith(month)) length += 1;
  return length;
}
