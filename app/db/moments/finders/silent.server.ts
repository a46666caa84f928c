import { LONGEST_RHYTHM } from '#app/core/moments/causes/silent.ts';
import { numberOf, type Finder } from './finder.server.ts';

/** An offer that comes late, because its question did, comes no later than this. */
const LATE_DAYS = 30;

/** Members of a rhythm `r` that ordered last so many days ago; whoever came rarely is looked up together, and so is who came once. */
const quietFor = (days: string, back: number) => `
  select m.id, to_char(m."lastOn", 'YYYY-MM-DD') as last from generate_series(1, ${LONGEST_RHYTHM}) as r
  cross join lateral (select m.id, m."lastOn" from "Member" m where m."shopId" = $1 and m."rhythmDays" = r
    and m."lastOn" between $2::date - ${back} - (${days}) and $3::date - (${days}) offset 0) as m`;
const quietOnce = (days: string, back: number, which: string) => `
  select m.id, to_char(m."lastOn", 'YYYY-MM-DD') as last from "Member" m where m."shopId" = $1 and ${which}
    and m."lastOn" between $2::date - ${back} - (${days}) and $3::date - (${days})`;

const ASK = 'greatest($5::int, $4::int * r)';
const LONGEST = `greatest($5::int, $4::int * ${LONGEST_RHYTHM})`;
const ONCE = 'greatest($5::int, $6::int)';

const of = (name: 'ask' | 'offer', rhythm: [string, string, string], back: number) => `
  select s.id, s.last || '-${name}' as name from (${quietFor(rhythm[0], back)}
    union all ${quietOnce(rhythm[1], back, `m."rhythmDays" > ${LONGEST_RHYTHM}`)}
    union all ${quietOnce(rhythm[2], back, 'm."rhythmDays" is null')}) as s`;

/** By the index of rhythms and last days: for each rhythm the days on which the last order lay so long ago. */
export const silent: Finder = {
  text: `${of('ask', [ASK, LONGEST, ONCE], 0)} union all
    ${of('offer', [`${ASK} + r`, `${LONGEST} + ${LONGEST_RHYTHM}`, `${ONCE} + $6::int`], LATE_DAYS)}`,
  values: (rule) => ['factor', 'leastDays', 'fallbackDays'].map((name) => numberOf(rule, name)),
};
