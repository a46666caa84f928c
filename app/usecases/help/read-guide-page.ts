// A page of the merchant's guide, which is shipped with the app. It is read once in a process's life.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { GuidePage } from '#app/core/help/guide-pages.ts';
import type { GuideText } from '#app/core/help/guide-text.ts';
import type { Language } from '#app/core/values/languages.ts';
import { parseGuideText } from './parse-guide-text.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../docs/merchant');
const read = new Map<string, GuideText>();

/** In every language: moving inside the app, a request doesn't say which one the admin's is. */
export async function readGuidePage(page: GuidePage): Promise<Record<Language, GuideText>> {
  const [en, fr] = await Promise.all([inLanguage(page, 'en'), inLanguage(page, 'fr')]);
  return { en, fr };
}

async function inLanguage(page: GuidePage, language: Language): Promise<GuideText> {
  const file = path.join(FOLDER, language, `${page}.md`);
  const text = read.get(file) ?? parseGuideText(await readFile(file, 'utf8'));
  read.set(file, text);
  return text;
}
