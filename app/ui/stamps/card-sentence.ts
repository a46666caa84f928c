import type { StampCard } from '#app/core/program/card-rules.ts';
import { namesProducts } from '#app/core/program/names-products.ts';
import { textsOf } from '#app/locales/texts.ts';
import { capital, formatNumber } from '#app/ui/values/format.ts';
import {
  aloneInWords,
  ceilingInWords,
  collectionsInWords,
  daysInWords,
  exceptInWords,
  ordinalInWords,
  productsInWords,
  type Wording,
} from './card-terms.ts';

/** "Buy 5 of any product, and the 6th is free.", "Buy 5 in “Coffee”, and the 6th is free." */
export function cardRule(card: StampCard, wording: Wording): string {
  const { language } = wording;
  const { program } = textsOf(language);
  const size = formatNumber(card.size, language);
  const next = ordinalInWords(card.size + 1, language);
  const { products } = card;
  if (!namesProducts(products)) return program.cardSentenceOpen(size, next);
  const collections = collectionsInWords(products, wording);
  return collections === null
    ? program.cardSentence(size, productsInWords(products, wording), next)
    : program.cardSentenceIn(size, collections, next);
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
