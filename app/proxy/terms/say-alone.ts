import type { StampCard } from '#app/core/program/card-rules.ts';
import type { Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';

const KINDS = ['product', 'order', 'shipping'] as const;

/** "Not together with order discounts or shipping discounts."; nothing where it combines with all. */
export function sayAlone(combinesWith: StampCard['combinesWith'], language: Language): string[] {
  const { cards } = textsOf(language);
  const alone = KINDS.filter((kind) => !combinesWith[kind]).map((kind) => cards.combination[kind]);
  if (alone.length === 0) return [];
  return [cards.alone(new Intl.ListFormat(language, { type: 'disjunction' }).format(alone))];
}
