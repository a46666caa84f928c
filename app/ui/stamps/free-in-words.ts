import { PLAIN_NOUN } from '#app/core/editing/typed-noun.ts';
import type { CardNoun } from '#app/core/program/card-rules.ts';
import type { Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import { pluralForm } from '#app/ui/values/format.ts';

const ARTICLE = /^une?\s+/i;

/** "free coffees", "cafés offerts", "brioche offerte": what a card gives by its noun, else items. */
export function freeInWords(count: number, noun: CardNoun | null, language: Language): string {
  const { one, other } = (noun ?? PLAIN_NOUN)[language];
  const form = pluralForm(count, language);
  const word = form === 'one' ? one : other;
  const isFrench = language === 'fr';
  return textsOf(language).stories.freeNoun(
    isFrench ? word.replace(ARTICLE, '') : word,
    /^une\s/i.test(one),
    form,
  );
}
