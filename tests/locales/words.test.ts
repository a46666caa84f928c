// The words of the screens: none that only the code uses, and no sentence too long to be read at once.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { LANGUAGES, type Language } from '#app/core/values/languages.ts';
import { everyText, sentencesOf, wordsIn } from './every-text.ts';
import { ruleSentences } from './rule-sentences.ts';

const GLOSSARY = readFileSync(path.resolve(import.meta.dirname, '../../app/core/GLOSSARY.md'), 'utf8');
const MOST_WORDS = 20;

/** As the glossary lists them: `- English: unit, told`. */
function neverOnScreen(language: Language): string[] {
  const name = { en: 'English', fr: 'French' }[language];
  const [, list = ''] = new RegExp(`^- ${name}: (.+)$`, 'm').exec(GLOSSARY) ?? [];
  return list.replace(/\.$/, '').split(', ');
}

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
  const never = new RegExp(`(?<![\\p{L}-])(?:${words.join('|')})(?![\\p{L}-])`, 'iu');
  expect(everyText(language).filter(({ text }) => never.test(text))).toEqual([]);
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
