// All that merchants and shoppers read, with a word in place of whatever is put in: the app's texts, and the extensions'.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { GUIDE_PAGES } from '#app/core/help/guide-pages.ts';
import type { Language } from '#app/core/values/languages.ts';
import type { HealthWords } from '#app/locales/en/health.ts';
import { textsOf } from '#app/locales/texts.ts';
import { parseGuideText } from '#app/usecases/help/parse-guide-text.ts';
import { guideTexts } from './guide-texts.ts';
import { leaves } from './leaves.ts';

export type SaidText = { where: string; text: string };

const EXTENSIONS = path.resolve(import.meta.dirname, '../../extensions');
const FILES: Record<Language, readonly string[]> = {
  en: [
    'loyalty-theme/locales/en.default.json',
    'loyalty-theme/locales/en.default.schema.json',
    'loyalty-discount/locales/en.default.json',
    'loyalty-vouchers/locales/en.default.json',
  ],
  fr: [
    'loyalty-theme/locales/fr.json',
    'loyalty-theme/locales/fr.schema.json',
    'loyalty-discount/locales/fr.json',
    'loyalty-vouchers/locales/fr.json',
  ],
};
const APP = path.resolve(import.meta.dirname, '../../app');
/** It is also a plural form that every language has. */
const FILLER = 'other';
const MOST_GAPS = 8;
const FACTS: HealthWords = {
  count: FILLER,
  form: FILLER,
  since: FILLER,
  detail: FILLER,
  currency: FILLER,
  told: FILLER,
  until: FILLER,
};

export function everyText(language: Language): SaidText[] {
  const app = leaves(textsOf(language)).map(([where, text]) => ({ where, text: said(where, text) }));
  return [...app, ...FILES[language].flatMap(ofFile), ...ofGuide(language)];
}

/** Each paragraph, item and cell of the merchant's guide. */
function ofGuide(language: Language): SaidText[] {
  return GUIDE_PAGES.flatMap((page) => {
    const where = `docs/merchant/${language}/${page}.md`;
    const { title, blocks } = parseGuideText(readFileSync(path.join(APP, where), 'utf8'));
    return [title, ...blocks.flatMap(guideTexts)].map((text) => ({ where, text }));
  });
}

function ofFile(file: string): SaidText[] {
  const texts: unknown = JSON.parse(readFileSync(path.join(EXTENSIONS, file), 'utf8'));
  return leaves(texts).map(([where, text]) => ({
    where: `${file}: ${where}`,
    text: String(text).replaceAll(/\{\{[^}]*\}\}/g, FILLER),
  }));
}

function said(where: string, text: unknown): string {
  if (typeof text !== 'function') return String(text);
  const say = text as (...values: unknown[]) => string;
  if (where.startsWith('health.late.')) return say(FACTS);
  return say(...Array.from({ length: MOST_GAPS }, () => FILLER));
}

/** Those of a text, each without what stands between marks at its end. */
export const sentencesOf = (text: string): string[] => text.split(/(?<=[.!?…])\s+/u);

export const wordsIn = (sentence: string): number =>
  sentence.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
