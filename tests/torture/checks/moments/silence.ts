// Whoever stays away longer than usual is asked once, offered something one rhythm later, and left alone for a year: reckoned from the days of
// kept orders and the days on which the shop was swept. Before the quiet year nothing is said of it: the moment comes and goes then.
import { SILENT } from '../../events/draw-moments.ts';
import { daysLater } from '../../replay/terms.ts';
import type { ShopHistory } from '../../shop-history.ts';
import type { Looked } from '../members.ts';
import type { TortureCheck } from '../torture-check.ts';

const QUIET_DAYS = 365;
/** So many days after its day each of both is still given. */
const LATE_DAYS = 30;

type Row = { customerId: string; days: string[]; given: Given[] };
type Given = { name: string; on: string };

const ROWS = `select m."customerId"::text,
    (select coalesce(json_agg(distinct k.day order by k.day), '[]') from "KeptOrder" k where k."memberId" = m.id) as days,
    (select coalesce(json_agg(json_build_object('name', split_part(g.cause, '/', 2), 'on', (g."givenAt" at time zone s."timeZone")::date)), '[]')
      from person_of(s.id, m.id) as p join "Gift" g on g."shopId" = s.id and g."memberId" = p.id where g."momentKey" = $2) as given
  from "Member" m join "Shop" s on s.id = m."shopId" where s.domain = $1 and m."mergedIntoId" is null and m."erasedAt" is null`;

export const silenceCheck = {
  name: 'who stays away',
  async look({ database, histories }: Looked) {
    const wrong: string[] = [];
    let compared = 0;
    for (const history of histories) {
      const rows = await database.ask<Row>(ROWS, [history.shop.domain, SILENT.key]);
      const plain = rows.filter((row) => isPlain(history, row));
      for (const row of plain) {
        const wanted = reckon(history, row);
        compared += wanted.length;
        const [a, b] = [said(row.given), said(wanted)];
        if (a !== b)
          wrong.push(`${history.shop.domain}: ${row.customerId} was asked ${a || 'nothing'} in place of ${b || 'nothing'}, who bought on ${row.days.join()} and was looked at on ${history.looks.join()}`);
      }
    }
    return { compared, wrong };
  },
} satisfies TortureCheck; // prettier-ignore

const said = (given: readonly Given[]): string =>
  given
    .map(({ name, on }) => `${name} on ${on}`)
    .sort()
    .join(', ');

function isPlain(history: ShopHistory, { customerId, days }: Row): boolean {
  const { customers, departed, timesLeftOut, leftOutByFiles } = history;
  if (!customers.includes(customerId) || leftOutByFiles.has(customerId)) return false;
  return days.length > 0 && !departed.has(customerId) && !timesLeftOut.has(customerId);
}

/** What they had before the year, and what each look of it must have brought. */
function reckon({ looks, pauses }: ShopHistory, { days, given }: Row): Given[] {
  const [since = '', ...later] = looks;
  const had = given.filter(({ on }) => on < since);
  const isPaused = (on: string) => pauses.some(({ from, until }) => from < on && on < until);
  let before = since;
  for (const day of later) {
    const next = nextOf(days.filter((each) => each <= day), had);
    const from = daysLater(before, 1);
    before = day;
    if (!next || had.some(({ name }) => name === next.name) || isPaused(next.on)) continue;
    const isOpen = since <= next.on && next.on <= day && from <= daysLater(next.on, LATE_DAYS);
    if (isOpen) had.push({ name: next.name, on: day });
  }
  return had;
} // prettier-ignore

/** What comes next, and from which day on. */
function nextOf(days: readonly string[], had: readonly Given[]): Given | null {
  const last = days.at(-1);
  if (last === undefined) return null;
  const { factor, leastDays, fallbackDays } = SILENT.when;
  const rhythm = rhythmOf(days);
  const ask = Math.max(leastDays, rhythm === null ? fallbackDays : factor * rhythm);
  const on = daysLater(last, ask);
  const asked = had.find(({ name }) => name === `${last}-ask`);
  if (!asked) {
    const isQuiet = had.some((one) => daysLater(one.on, QUIET_DAYS) > on);
    return isQuiet ? null : { name: `${last}-ask`, on };
  }
  const [inTime, late] = [daysLater(on, rhythm ?? fallbackDays), daysLater(asked.on, rhythm ?? fallbackDays)];
  return { name: `${last}-offer`, on: late > inTime ? late : inTime };
}

/** The middle one of the gaps between days of orders, of two the smaller. */
function rhythmOf(days: readonly string[]): number | null {
  const gaps = days.slice(1).map((day, place) => (Date.parse(day) - Date.parse(days[place] ?? '')) / 86_400_000);
  const inOrder = gaps.sort((a, b) => a - b);
  return inOrder[Math.ceil(inOrder.length / 2) - 1] ?? null;
} // prettier-ignore
