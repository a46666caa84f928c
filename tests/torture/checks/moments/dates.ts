// Dates of life and birthdays are those that were told last, by whichever of them a person was; a file's where nobody told one.
import { WEDDING } from '../../events/draw-moments.ts';
import type { ShopHistory } from '../../shop-history.ts';
import type { Looked } from '../members.ts';
import { birthdayByFiles, standingFiles, type Standing } from '../set-by-files.ts';
import type { TortureCheck } from '../torture-check.ts';

type Row = { customerId: string; date: string | null; birth: string | null; isMerged: boolean };

const DATES = `select m."customerId"::text, m."birthMonth" || '-' || m."birthDay" as birth, m."mergedIntoId" is not null as "isMerged",
    (select d.month || '-' || d.day from "MemberDate" d where d."memberId" = m.id and d."momentKey" = $2) as date
  from "Member" m join "Shop" s on s.id = m."shopId" where s.domain = $1 and m."erasedAt" is null`;

export const datesCheck = {
  name: 'dates that were told',
  async look(world: Looked) {
    const wrong: string[] = [];
    let compared = 0;
    for (const history of world.histories) {
      const files = await standingFiles(world, history);
      const rows = await world.database.ask<Row>(DATES, [history.shop.domain, WEDDING]);
      compared += rows.filter(({ date, birth }) => date !== null || birth !== null).length;
      for (const row of rows)
        wrong.push(...differences(history, files, row).map((text) => `${history.shop.domain}: ${text}`));
    }
    return { compared, wrong };
  },
} satisfies TortureCheck;

function differences(
  history: ShopHistory,
  files: readonly Standing[],
  { customerId, date, birth, isMerged }: Row,
): string[] {
  const { customers, departed, dates, births } = history;
  if (isMerged)
    return date === null && birth === null ? [] : [`${customerId} was merged, and has dates of their own`];
  if (!customers.includes(customerId) || departed.has(customerId)) return [];
  const isOfTwo = history.joined.has(customerId) && !births.has(customerId);
  const told = births.get(customerId) ?? birthdayByFiles(files, customerId);
  // Whose word a file's was, of two who were made one since, isn't reckoned.
  const wanted = [monthDayOf(dates.get(customerId)), isOfTwo ? birth : monthDayOf(told)];
  if (wanted.join() === [date, birth].join()) return [];
  const said = `${customerId} has ${[date, birth].join(' and ')} in place of ${wanted.join(' and ')}`;
  return [`${said}: ${history.toldOf(customerId).join('; ')}`];
}

function monthDayOf(day: string | null | undefined): string | null {
  return day ? day.split('-').slice(1).map(Number).join('-') : null;
}
