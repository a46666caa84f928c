import type { ProgramRules } from '#app/core/program/program-rules.ts';
import type { Language } from '#app/core/values/languages.ts';
import { pick, type PluralForm } from '#app/locales/plural.ts';

export type PointsNames = ProgramRules['names'] | null;

const PLAIN: ProgramRules['names'] = {
  en: { one: 'point', other: 'points' },
  fr: { one: 'point', other: 'points' },
};

export const sayNumber = (count: number, language: Language): string =>
  new Intl.NumberFormat(language).format(count);

export const pluralOf = (count: number, language: Language): PluralForm =>
  new Intl.PluralRules(language).select(count);

/** "1 point", "1,200 beans": as the merchant calls them. */
export function sayPoints(count: number, language: Language, names: PointsNames): string {
  return `${sayNumber(count, language)} ${pick(pluralOf(count, language), (names ?? PLAIN)[language])}`;
}
