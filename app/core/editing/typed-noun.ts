// "coffee / coffees", "un café / cafés": what a card gives, one and several of it, in one field. French needs its article,
// which tells whether it is "offert" or "offerte".
import { CARD_LIMITS, type CardNoun } from '../program/card-rules.ts';
import { byLanguage, type Language } from '../values/languages.ts';

export type NounProblem = 'nounShape' | 'nounArticle' | 'tooLong';
type Noun = CardNoun[Language];

/** What shoppers read of a card without a noun; in place of a language in which nobody typed one. */
export const PLAIN_NOUN: CardNoun = {
  en: { one: 'item', other: 'items' },
  fr: { one: 'un article', other: 'articles' },
};

/** Articles that people put before one or several, and that the sentences bring along themselves. */
const NEEDLESS: Record<Language, { one: RegExp | null; other: RegExp }> = {
  en: { one: /^(an?|the)\s+/i, other: /^(the|some)\s+/i },
  fr: { one: null, other: /^(des|les)\s+/i },
};
const FRENCH_ARTICLE = /^une?\s+\S/i;

export function parseNoun(
  typed: string,
  language: Language,
): { ok: true; noun: Noun } | { ok: false; problem: NounProblem } {
  const words = typed.split('/').map((word) => word.trim().replaceAll(/\s+/g, ' '));
  const [first = '', second = ''] = words;
  const { one: needless, other: needlessOther } = NEEDLESS[language];
  const noun = {
    one: needless ? first.replace(needless, '') : first,
    other: second.replace(needlessOther, ''),
  };
  if (words.length !== 2 || noun.one === '' || noun.other === '') return { ok: false, problem: 'nounShape' };
  if (language === 'fr' && !FRENCH_ARTICLE.test(noun.one)) return { ok: false, problem: 'nounArticle' };
  const longest = Math.max(noun.one.length, noun.other.length);
  return longest > CARD_LIMITS.nounLetters ? { ok: false, problem: 'tooLong' } : { ok: true, noun };
}

/** As it is typed. */
export function nounText({ one, other }: Noun): string {
  return `${one} / ${other}`;
}

/** A noun that was typed in one language; in the others it stays as it was, else it is the plain one. */
export function nounIn(language: Language, noun: Noun, before: CardNoun | undefined): CardNoun {
  return { ...byLanguage((each) => (before ?? PLAIN_NOUN)[each]), [language]: noun };
}
