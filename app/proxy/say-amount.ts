// "35 points", "1 stamp on Coffee card": an amount of one unit, which is never below zero.
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import type { Language } from '#app/core/values/languages.ts';
import { cardKeyOf, POINTS } from '#app/core/values/units.ts';
import { textsOf } from '#app/locales/texts.ts';
import { pluralOf, sayNumber, sayPoints, type PointsNames } from './say-points.ts';

type Context = { language: Language; names: PointsNames; cards: ProgramRules['cards'] };

/** A card is named where there are several. */
export function sayAmount(amount: number, unit: string, { language, names, cards }: Context): string {
  if (unit === POINTS) return sayPoints(amount, language, names);
  const { history } = textsOf(language);
  const stamps = history.stamps(sayNumber(amount, language), pluralOf(amount, language));
  const card = cards.length > 1 ? cards.find(({ key }) => key === cardKeyOf(unit)) : undefined;
  return card ? history.onCard(stamps, card.title[language]) : stamps;
}
