// The changes between the yearly gifts of two programs, a line for each field that differs.
import { momentChanges } from '#app/core/moments/moment-changes.ts';
import type { Moment } from '#app/core/moments/moment-rules.ts';
import { whoOf } from '#app/core/moments/who-of-moment.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { same } from '#app/core/values/same.ts';
import { textsOf } from '#app/locales/texts.ts';
import { formatNumber } from '#app/ui/values/format.ts';
import type { ChangeLine } from '../editing/change-line.ts';
import type { Wording } from '../stamps/card-terms.ts';
import { describeWho } from '../who/describe-who.ts';
import { giftInWords, occasionOf } from './describe-moment.ts';

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
    const named = { names: after.names, rewards: [...(after.rewards ?? []), ...(before.rewards ?? [])] };
    const gift = (of: Moment) => giftInWords(of.offer, named, wording);
    if (!was || !is) {
      return [{ what, before: was ? gift(was) : overview.off, after: is ? gift(is) : overview.off }];
    }
    const gifts = { before: gift(was), after: gift(is) };
    return [...giftLine(what, was, is, gifts, wording), ...termLines(what, was, is, wording)];
  });
}

/** "Birthday: 50 → 100 points". */
function giftLine(
  what: string,
  { offer: was }: Moment,
  { offer: is }: Moment,
  gifts: { before: string; after: string },
  { language }: Wording,
): ChangeLine[] {
  if (same(was, is)) return [];
  const isNumber = was.kind === 'points' && is.kind === 'points';
  return [{ what, ...gifts, ...(isNumber && { before: formatNumber(was.points, language) }) }];
}

function termLines(name: string, was: Moment, is: Moment, wording: Wording): ChangeLine[] {
  const { language } = wording;
  const { overview, birthdays } = textsOf(language);
  const { offer: say } = birthdays;
  const who = (of: Moment) => describeWho(whoOf(of), wording);
  const line = (field: string, before: string, after: string): ChangeLine[] =>
    before === after ? [] : [{ what: overview.partOf(name, field), before, after }];
  return [
    ...DAYS.flatMap((field) =>
      line(say[field], formatNumber(was[field], language), formatNumber(is[field], language)),
    ),
    ...line(say.who, who(was), who(is)),
    ...line(say.year, overview.yesNo(was.asksYear), overview.yesNo(is.asksYear)),
  ];
}
