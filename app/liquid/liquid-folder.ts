// Reads a theme's or a theme extension's folder into a Liquid engine: the app's previews and local Shopify's storefront
// render by the same files and the same filters.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { byLanguage, FIRST_LANGUAGE, type Language } from '#app/core/values/languages.ts';
import { createEngine, type LiquidEngine } from './engine.ts';
import type { Translations } from './translate.ts';

/** Templates keep their folder in their name (`blocks/stamp-card`); snippets are named alone, as `render` names them. */
const FOLDERS: Record<string, string> = {
  blocks: 'blocks/',
  layout: 'layout/',
  sections: 'sections/',
  templates: 'templates/',
  snippets: '',
};

/** Sources by name, in the order of their files. */
export type LiquidFolder = { engine: LiquidEngine; templates: Record<string, string> };

/**
 * @param folder absolute path of a theme or theme extension
 * @param assetPath where its assets are served, e.g. `/assets/`
 */
export function openLiquidFolder(folder: string, assetPath: string): LiquidFolder {
  const templates = readTemplates(folder);
  const engine = createEngine({
    templates,
    translations: byLanguage((language) => readLocale(folder, localeFile(language))),
    assetUrl: (name) => assetPath + name,
  });
  return { engine, templates };
}

function readTemplates(folder: string): Record<string, string> {
  const sources: Record<string, string> = {};
  for (const [name, prefix] of Object.entries(FOLDERS)) {
    const path = join(folder, name);
    const files = existsSync(path) ? readdirSync(path).filter((file) => file.endsWith('.liquid')) : [];
    for (const file of files.sort()) {
      sources[prefix + basename(file, '.liquid')] = readFileSync(join(path, file), 'utf8');
    }
  }
  return sources;
}

/** `en.default`, `fr`: the first language's file is the one that others fall back to. */
export function localeFile(language: Language): string {
  return language === FIRST_LANGUAGE ? `${language}.default` : language;
}

/** @param name `fr`, `en.default.schema` … @throws {TypeError} for a file that holds something other than texts */
export function readLocale(folder: string, name: string): Translations {
  const parsed: unknown = JSON.parse(readFileSync(join(folder, 'locales', `${name}.json`), 'utf8'));
  if (!isTranslations(parsed)) throw new TypeError(`${name}.json holds something other than texts`);
  return parsed;
}

function isTranslations(value: unknown): value is Translations {
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).every((one) => typeof one === 'string' || isTranslations(one));
}
