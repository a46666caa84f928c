import type { StampCard } from '#app/core/program/card-rules.ts';
import { textsOf } from '#app/locales/texts.ts';
import { capital, formatNumber } from '#app/ui/values/format.ts';
import {
  aloneInWords,
  ceilingInWords,
  daysInWords,
  exceptInWords,
  ordinalInWords,
  productsInWords,
  type Wording,
} from './card-terms.ts';

/** "Buy 5 of any product, and the 6th is free." */
export function cardRule(card: StampCard, wording: Wording): string {
  const { language } = wording;
  return textsOf(language).program.cardSentence(
    formatNumber(card.size, language),
    productsInWords(card.products, wording),
    ordinalInWords(card.size + 1, language),
  );
}

/** The same with its terms: "The free item costs €5.00 at most. Until 31 May 2026." */
export function cardSentence(card: StampCard, wording: Wording): string {
  const { language } = wording;
  const days = daysInWords(card, language);
  const terms = [
    exceptInWords(card, language),
    ceilingInWords(card, wording),
    days && `${capital(days)}.`,
    aloneInWords(card, language),
  ];
  return [cardRule(card, wording), ...terms].filter((sentence) => sentence !== '').join(' ');
}
