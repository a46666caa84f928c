// Yearly dates: members are found by the months and days whose window overlaps the days of the sweep.
import { isLeapYear, monthDayOf, yearOf } from '#app/core/moments/calendar.ts';
import type { MomentRule } from '#app/core/moments/moment-rule.ts';
import { addDays } from '#app/core/values/days.ts';
import { numberOf, type DueDays, type Finder } from './finder.server.ts';

type LookedAt = { month: number; day: number; year: number };

export function windowsOn(rule: MomentRule, { from, today }: DueDays): LookedAt[] {
  const last = addDays(today, numberOf(rule, 'daysBefore'));
  const found: LookedAt[] = [];
  for (let day = addDays(from, -numberOf(rule, 'daysAfter')); day <= last; day = addDays(day, 1)) {
    const year = yearOf(day);
    found.push({ ...monthDayOf(day), year });
    if (day.endsWith('-02-28') && !isLeapYear(year)) found.push({ month: 2, day: 29, year });
  }
  return found;
}

/** @param onDay whether a member `m` has the month and day of `d`, by an index */
export const yearly = (onDay: string): Finder => ({
  text: `select m.id, d.year::text as name from unnest($4::int[], $5::int[], $6::int[]) as d(month, day, year)
    cross join lateral (select m.id from "Member" m where m."shopId" = $1 and ${onDay} offset 0) as m
    where $2::date <= $3::date`,
  values: (rule, days) => {
    const dates = windowsOn(rule, days);
    return [dates.map(({ month }) => month), dates.map(({ day }) => day), dates.map(({ year }) => year)];
  },
});
