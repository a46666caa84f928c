// The changes between the yearly gifts of two programs, a line for each field that differs.
import { momentChanges } from '#app/core/moments/moment-changes.ts';
import type { Moment } from '#app/core/moments/moment-rules.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { textsOf } from '#app/locales/texts.ts';
import { amountInWords } from '#app/ui/orders/explain-order.ts';
import { formatNumber } from '#app/ui/values/format.ts';
import type { ChangeLine } from '../editing/change-line.ts';
import type { Wording } from '../stamps/card-terms.ts';
import { occasionOf } from './describe-moment.ts';

const DAYS = ['daysBefore', 'daysAfter', 'waitDays'] as const;

export function momentChangesInShort(
  before: ProgramRules,
  after: ProgramRules,
  wording: Wording,
): ChangeLine[] {
  const { overview, birthdays } = textsOf(wording.language);
  return momentChanges(before.occasions, after.occasions).flatMap(({ occasion }): ChangeLine[] => {
    const what = birthdays.offer.kinds[occasion];
    const [was, is] = [occasionOf(before, occasion), occasionOf(after, occasion)];
    const gift = (of: Moment) => giftOf(of, after.names, wording);
    if (!was || !is) {
      return [{ what, before: was ? gift(was) : overview.off, after: is ? gift(is) : overview.off }];
    }
    return [...giftLine(what, was, is, gift(is), wording), ...termLines(what, was, is, wording)];
  });
}

function giftOf({ offer }: Moment, names: ProgramRules['names'], { language, currency }: Wording): string {
  return amountInWords(offer.points, { language, currency, names, unit: 'points' });
}

/** "Birthday: 50 → 100 points". */
function giftLine(what: string, was: Moment, is: Moment, gift: string, { language }: Wording): ChangeLine[] {
  if (was.offer.points === is.offer.points) return [];
  return [{ what, before: formatNumber(was.offer.points, language), after: gift }];
}

function termLines(name: string, was: Moment, is: Moment, { language }: Wording): ChangeLine[] {
  const { overview, birthdays } = textsOf(language);
  const { offer: say } = birthdays;
  const who = { all: say.whoAll, ordered: say.whoOrdered };
  const line = (field: string, before: string, after: string): ChangeLine[] =>
    before === after ? [] : [{ what: overview.partOf(name, field), before, after }];
  return [
    ...DAYS.flatMap((field) =>
      line(say[field], formatNumber(was[field], language), formatNumber(is[field], language)),
    ),
    ...line(say.who, who[was.who], who[is.who]),
    ...line(say.year, overview.yesNo(was.asksYear), overview.yesNo(is.asksYear)),
  ];
}
