import { earnChanges, type EarnChange } from '#app/core/editing/earn-changes.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { pick } from '#app/locales/plural.ts';
import { textsOf } from '#app/locales/texts.ts';
import { formatMoney, formatNumber, pluralForm } from '#app/ui/values/format.ts';
import type { Wording } from '../stamps/card-terms.ts';

/** "1 point for every €1.00 spent.", also while points are off. */
export function rateSentence(
  { earn, names }: Pick<ProgramRules, 'earn' | 'names'>,
  { language, currency }: Pick<Wording, 'language' | 'currency'>,
): string {
  const name = pick(pluralForm(earn.points, language), names[language]);
  const points = `${formatNumber(earn.points, language)} ${name}`;
  return textsOf(language).program.earnSentence(points, formatMoney(earn.perMinor, currency, language));
}

/** The same, or that orders earn none. */
export function earnSentence(
  rules: Pick<ProgramRules, 'earn' | 'names' | 'pointsOff'>,
  wording: Pick<Wording, 'language' | 'currency'>,
): string {
  return rules.pointsOff ? textsOf(wording.language).program.pointsAreOff : rateSentence(rules, wording);
}

/** Points turned on or off, or the rate with the rate before; none when it is the same. */
export function earnChangesInWords(before: ProgramRules, after: ProgramRules, wording: Wording): string[] {
  const { change: say } = textsOf(wording.language).program;
  const inWords = ({ kind }: EarnChange): string => {
    switch (kind) {
      case 'points-on':
        return say.pointsOn(rateSentence(after, wording));
      case 'points-off':
        return say.pointsOff;
      case 'earn':
        return say.earn(rateSentence(after, wording), rateSentence(before, wording));
    }
  };
  return earnChanges(before, after).map(inWords);
}
