import type { ProgramRules } from '#app/core/program/program-rules.ts';
import type { Language } from '#app/core/values/languages.ts';
import { pick } from '#app/locales/plural.ts';

export type PointsNames = ProgramRules['names'] | null;

const PLAIN: ProgramRules['names'] = {
  en: { one: 'point', other: 'points' },
  fr: { one: 'point', other: 'points' },
};

export const sayNumber = (count: number, language: Language): string =>
  new Intl.NumberFormat(language).format(count);

/** "1 point", "1,200 beans": as the merchant calls them. */
export function sayPoints(count: number, language: Language, names: PointsNames): string {
  const form = new Intl.PluralRules(language).select(count);
  return `${sayNumber(count, language)} ${pick(form, (names ?? PLAIN)[language])}`;
}
