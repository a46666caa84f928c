// The glossary points at what is there: files that exist, and words that somebody can read on a screen.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const glossary = read('app/core/GLOSSARY.md');

const files = [...glossary.matchAll(/`((?:app|tests|extensions|prisma)\/[^`\s<>]+)`/g)].map(
  ([, file = '']) => file,
);

const [, ...words] = glossary
  .split('\n')
  .filter((line) => line.startsWith('|') && !/^\|[ -]+\|/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter((cells) => cells.length === 6)
  .map(([, word = '', meaning = '', where = '', shown = '']) => ({ word, meaning, where, shown }));

/** All that is read in a language: by merchants, and by shoppers. */
function textsIn(language: 'en' | 'fr', theme: string): string {
  const folder = `app/locales/${language}`;
  const app = readdirSync(path.join(ROOT, folder)).map((file) => read(`${folder}/${file}`));
  return [...app, read(`extensions/loyalty-theme/locales/${theme}`)].join('\n').toLowerCase();
}

test('every file that the glossary names exists', () => {
  expect(files.length).toBeGreaterThan(50);
  expect(files.filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
});

test('every word has a meaning and a place, and stands there once', () => {
  const explained = words.filter(({ word }) => !word.startsWith('**'));
  expect(explained.length).toBeGreaterThan(50);
  expect(explained.filter(({ meaning, where }) => meaning === '' || !/^`.+`$/.test(where))).toEqual([]);
  expect(new Set(explained.map(({ word }) => word)).size).toBe(explained.length);
});

test('a word that is called "on screen" is on one, in both languages', () => {
  const [english, french] = [textsIn('en', 'en.default.json'), textsIn('fr', 'fr.json')];
  const shown = words.filter((row) => row.shown !== '');
  expect(shown.length).toBeGreaterThan(15);
  const unseen = shown.filter((row) => {
    const [en = '', fr = ''] = row.shown.toLowerCase().split(' · ');
    return fr === '' || !english.includes(en) || !french.includes(fr);
  });
  expect(unseen).toEqual([]);
});
