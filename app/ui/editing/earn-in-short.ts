import { earnChanges } from '#app/core/editing/earn-changes.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { pick } from '#app/locales/plural.ts';
import { textsOf } from '#app/locales/texts.ts';
import { formatMoney, formatNumber, pluralForm } from '#app/ui/values/format.ts';
import type { Wording } from '../stamps/card-terms.ts';
import type { ChangeLine } from './change-line.ts';

/** "Points: 1 point for every €1.00 → 2 points for every €1.00". */
export function earnInShort(before: ProgramRules, after: ProgramRules, wording: Wording): ChangeLine[] {
  if (earnChanges(before, after).length === 0) return [];
  const { program } = textsOf(wording.language);
  return [{ what: program.pointsHeading, before: rateOf(before, wording), after: rateOf(after, wording) }];
}

function rateOf({ earn, names, pointsOff }: ProgramRules, { language, currency }: Wording): string {
  const { overview } = textsOf(language);
  if (pointsOff) return overview.pointsAreOff;
  const name = pick(pluralForm(earn.points, language), names[language]);
  const money = formatMoney(earn.perMinor, currency, language);
  return overview.rate(`${formatNumber(earn.points, language)} ${name}`, money);
}
