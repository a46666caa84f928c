// Reads a theme's or a theme extension's folder into a Liquid engine.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createEngine } from '#app/liquid/engine.ts';
import type { LiquidEngine } from '#app/liquid/engine.ts';
import type { Translations } from '#app/liquid/translate.ts';

/** Templates keep their folder in their name (`blocks/stamp-card`); snippets are named alone, as `render` names them. */
const FOLDERS: Record<string, string> = {
  blocks: 'blocks/',
  layout: 'layout/',
  sections: 'sections/',
  templates: 'templates/',
  snippets: '',
};

export type LiquidFolder = { engine: LiquidEngine; templates: Record<string, string> };

/**
 * @param folder absolute path of a theme or theme extension
 * @param assetPath where its assets are served, e.g. `/assets/`
 */
export function openLiquidFolder(folder: string, assetPath: string): LiquidFolder {
  const templates = readTemplates(folder);
  const engine = createEngine({
    templates,
    translations: { en: readLocale(folder, 'en.default.json'), fr: readLocale(folder, 'fr.json') },
    assetUrl: (name) => assetPath + name,
  });
  return { engine, templates };
}

function readTemplates(folder: string): Record<string, string> {
  const sources: Record<string, string> = {};
  for (const [name, prefix] of Object.entries(FOLDERS)) {
    const path = join(folder, name);
    const files = existsSync(path) ? readdirSync(path) : [];
    for (const file of files) {
      sources[prefix + basename(file, '.liquid')] = readFileSync(join(path, file), 'utf8');
    }
  }
  return sources;
}

function readLocale(folder: string, file: string): Translations {
  const parsed: unknown = JSON.parse(readFileSync(join(folder, 'locales', file), 'utf8'));
  if (!isTranslations(parsed)) throw new TypeError(`${file} holds something other than texts`);
  return parsed;
}

function isTranslations(value: unknown): value is Translations {
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).every((one) => typeof one === 'string' || isTranslations(one));
}
