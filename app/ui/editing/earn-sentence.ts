import { earnChanges } from '#app/core/editing/earn-changes.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { pick } from '#app/locales/plural.ts';
import { textsOf } from '#app/locales/texts.ts';
import { formatMoney, formatNumber, pluralForm } from '#app/ui/values/format.ts';
import type { Wording } from '../stamps/card-terms.ts';

/** "1 point for every €1.00 spent." */
export function earnSentence({ earn, names }: ProgramRules, { language, currency }: Wording): string {
  const name = pick(pluralForm(earn.points, language), names[language]);
  const points = `${formatNumber(earn.points, language)} ${name}`;
  return textsOf(language).program.earnSentence(points, formatMoney(earn.perMinor, currency, language));
}

/** The rate's change in words, with the rate before; none when it is the same. */
export function earnChangesInWords(before: ProgramRules, after: ProgramRules, wording: Wording): string[] {
  const { change: say } = textsOf(wording.language).program;
  return earnChanges(before, after).map(() =>
    say.earn(earnSentence(after, wording), earnSentence(before, wording)),
  );
}
