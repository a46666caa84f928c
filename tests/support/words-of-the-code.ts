// The words that the code has and no screen: those that the glossary forbids, and those for which it names another on screen.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '#app/core/values/languages.ts';

const GLOSSARY = readFileSync(path.resolve(import.meta.dirname, '../../app/core/GLOSSARY.md'), 'utf8');

/** As the glossary lists them: `- English: unit, told`. */
export function neverOnScreen(language: Language): string[] {
  const name = { en: 'English', fr: 'French' }[language];
  const [, list = ''] = new RegExp(`^- ${name}: (.+)$`, 'm').exec(GLOSSARY) ?? [];
  return list.replace(/\.$/, '').split(', ');
}

/** The glossary's own words are English: of "blocked", for which screens say "Excluded", the word itself. */
export function saidOtherwiseOnScreen(): string[] {
  return GLOSSARY.split('\n').flatMap((line) => {
    const [, words = '', , , shown = ''] = line.split('|').map((cell) => cell.trim().toLowerCase());
    const [english = ''] = shown.split(' · ');
    if (english === '' || english === 'on screen') return [];
    return words.split(', ').filter((word) => !english.includes(word));
  });
}

/** Which of the words stand in a text, as whole words. */
export function wordsMet(text: string, words: readonly string[]): string[] {
  const alone = (word: string) => new RegExp(`(?<![\\p{L}-])${word}(?![\\p{L}-])`, 'iu');
  return words.filter((word) => alone(word).test(text));
}
