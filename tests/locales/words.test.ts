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
