// The theme app extension's own files, as they are deployed: what previews show is what the storefront renders.
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { byLanguage, type Localized } from '#app/core/values/languages.ts';
import { readBlockSchema, type BlockSchema } from './block-schema.ts';
import type { LiquidEngine } from './engine.ts';
import { localeFile, openLiquidFolder, readLocale } from './liquid-folder.ts';
import type { Translations } from './translate.ts';

/** Absolute path. */
export const EXTENSION = join(import.meta.dirname, '../../extensions/loyalty-theme');

const BLOCKS = 'blocks/';

export type ExtensionBlock = {
  /** Its file's name without `.liquid`. */
  file: string;
  schema: BlockSchema;
  /** As the theme editor calls it. */
  title: Localized;
};

export type ThemeExtension = {
  engine: LiquidEngine;
  blocks: ExtensionBlock[];
  /** Text of an asset, e.g. a stylesheet; nothing when there is none of this name. */
  asset: (name: string) => string;
};

let opened: ThemeExtension | null = null;

/** Read once. @throws {Error} for files that aren't what Shopify takes. */
export function themeExtension(): ThemeExtension {
  return (opened ??= openExtension(''));
}

/** @param assetPath where its assets are served, e.g. `/assets/` */
export function openExtension(assetPath: string): ThemeExtension {
  const { engine, templates } = openLiquidFolder(EXTENSION, assetPath);
  const names = byLanguage((language) => readLocale(EXTENSION, `${localeFile(language)}.schema`));
  const blocks = Object.entries(templates).flatMap(([name, source]): ExtensionBlock[] => {
    if (!name.startsWith(BLOCKS)) return [];
    const schema = readBlockSchema(source);
    const title = byLanguage((language) => schemaText(schema.name, names[language]));
    return [{ file: name.slice(BLOCKS.length), schema, title }];
  });
  return { engine, blocks, asset: readAsset };
}

/** `t:points_balance.name` → the text of the schema's locale file; any other text as it is. */
function schemaText(text: string, locale: Translations): string {
  if (!text.startsWith('t:')) return text;
  let node: string | Translations | undefined = locale;
  for (const part of text.slice(2).split('.')) node = typeof node === 'object' ? node[part] : undefined;
  return typeof node === 'string' ? node : text;
}

/** Only names of files, never paths. */
function readAsset(name: string): string {
  const file = join(EXTENSION, 'assets', basename(name));
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
