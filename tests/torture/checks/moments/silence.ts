// Whoever stays away longer than usual is asked once, offered something one rhythm later, and left alone for a year: reckoned from the days of
// kept orders and the days on which the shop was swept. Before the quiet year nothing is said of it: the moment comes and goes then.
import { SILENT } from '../../events/draw-moments.ts';
import { reckonSilence, type Given } from '../../replay/silence.ts';
import type { ShopHistory } from '../../shop-history.ts';
import type { Looked } from '../members.ts';
import type { TortureCheck } from '../torture-check.ts';

type Row = { customerId: string; days: string[]; given: Given[] };
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
        const wanted = wantedOf(history, row);
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
function wantedOf({ looks, pauses }: ShopHistory, { days, given }: Row): Given[] {
  const [since = '', ...later] = looks;
  const had = given.filter(({ on }) => on < since);
  const all = later.map((day) => ({ day, bought: days.filter((each) => each <= day) }));
  return reckonSilence(SILENT.when, { since, had, pauses, looks: all });
}
