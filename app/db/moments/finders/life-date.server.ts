import { windowsOn } from './yearly.server.ts';
import type { Finder } from './finder.server.ts';

/** As birthdays, by the index of the dates that were told of this moment. */
export const lifeDate: Finder = {
  text: `select t."memberId" as id, d.year::text as name from unnest($4::int[], $5::int[], $6::int[]) as d(month, day, year)
    cross join lateral (select t."memberId" from "MemberDate" t where t."shopId" = $1 and t."momentKey" = $7
      and t.month = d.month and t.day = d.day offset 0) as t
    where $2::date <= $3::date`,
  values: (rule, days) => {
    const dates = windowsOn(rule, days);
    return [
      ...[dates.map(({ month }) => month), dates.map(({ day }) => day), dates.map(({ year }) => year)],
      rule.key,
    ];
  },
};
