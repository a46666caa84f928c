import type { StampCard } from '#app/core/program/card-rules.ts';
import { textsOf } from '#app/locales/texts.ts';
import { formatNumber } from '#app/ui/values/format.ts';
import {
  aloneInWords,
  ceilingInWords,
  daysInWords,
  ordinalInWords,
  productsInWords,
  type Wording,
} from './card-terms.ts';

/** "Buy 5 of any product, and the 6th is free, if it costs €5.00 or less, until 31 May 2026." */
export function cardSentence(card: StampCard, wording: Wording): string {
  const { language } = wording;
  const { program } = textsOf(language);
  return program.cardSentence(
    formatNumber(card.size, language),
    productsInWords(card.products, wording),
    ordinalInWords(card.size + 1, language),
    ceilingInWords(card, wording) + daysInWords(card, language) + aloneInWords(card, language),
  );
}
