// The words of the screens: none that only the code uses, and no sentence too long to be read at once.
import { expect, test } from 'vitest';
import { LANGUAGES } from '#app/core/values/languages.ts';
import { neverOnScreen, wordsMet } from '#tests/support/words-of-the-code.ts';
import { everyText, sentencesOf, wordsIn } from './every-text.ts';
import { ruleSentences } from './rule-sentences.ts';

const MOST_WORDS = 20;

const tooLong = (sentences: string[]) => sentences.filter((sentence) => wordsIn(sentence) > MOST_WORDS);

test('every text is said with words in its gaps', () => {
  const said = new Map(everyText('en').map(({ where, text }) => [where, text]));
  expect(said.size).toBeGreaterThan(500);
  expect(said.get('explain.underVersion')).toBe('The rules of version other apply.');
  expect(said.get('health.late.discounts')).toContain('published on other.');
});

test.each(LANGUAGES)('no screen says a word that only the code uses (%s)', (language) => {
  const words = neverOnScreen(language);
  expect(words.length).toBeGreaterThan(8);
  expect(everyText(language).filter(({ text }) => wordsMet(text, words).length > 0)).toEqual([]);
});

/** Shoppers read these, and call it their shop; the rest is the merchant's, whose it is a store. */
const OF_SHOPPERS = [
  ...['history', 'leaving', 'choosing', 'lifeDates', 'ownOrder', 'personalData', 'plainForms', 'proxy'],
  ...['redeeming', 'terms', 'termsOfMoments'],
];

test('the merchant reads of a store, and never of a shop', () => {
  const isTheirs = (where: string) =>
    where.startsWith('loyalty-theme/') || OF_SHOPPERS.includes(where.split('.')[0]!);
  const merchant = everyText('en').filter(({ where }) => !isTheirs(where));
  expect(merchant.length).toBeGreaterThan(1_000);
  expect(merchant.filter(({ text }) => /\bshops?\b/i.test(text))).toEqual([]);
});

test('an application has one name in French', () => {
  expect(everyText('fr').filter(({ text }) => /\bapps?\b/i.test(text))).toEqual([]);
});

test.each(LANGUAGES)('no text has a sentence of more than 20 words (%s)', (language) => {
  const long = everyText(language).flatMap(({ where, text }) =>
    tooLong(sentencesOf(text)).map((sentence) => `${where}: ${sentence}`),
  );
  expect(long).toEqual([]);
});

test.each(LANGUAGES)(
  'no sentence about a rule, or about its change, has more than 20 words (%s)',
  (language) => {
    const said = ruleSentences(language);
    expect(said.length).toBeGreaterThan(30);
    expect(tooLong(said)).toEqual([]);
  },
);
