// The theme app extension's own files, as they are deployed: what previews show is what the storefront renders.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readBlockSchema, type BlockSchema } from './block-schema.ts';
import { createEngine, type LiquidEngine } from './engine.ts';
import type { Translations } from './translate.ts';

const FOLDER = join(import.meta.dirname, '../../extensions/loyalty-theme');

export type ExtensionBlock = {
  /** Its file's name without `.liquid`. */
  file: string;
  schema: BlockSchema;
  /** As the theme editor calls it. */
  title: { en: string; fr: string };
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
  return (opened ??= openExtension());
}

function openExtension(): ThemeExtension {
  const blockFiles = liquidFiles('blocks');
  const templates = { ...prefixed('blocks/', blockFiles), ...liquidFiles('snippets') };
  const translations = { en: readLocale('en.default'), fr: readLocale('fr') };
  const engine = createEngine({ templates, translations, assetUrl: (name) => name });
  const names = { en: readLocale('en.default.schema'), fr: readLocale('fr.schema') };
  const blocks = Object.entries(blockFiles).map(([file, source]): ExtensionBlock => {
    const schema = readBlockSchema(source);
    return {
      file,
      schema,
      title: { en: schemaText(schema.name, names.en), fr: schemaText(schema.name, names.fr) },
    };
  });
  return { engine, blocks, asset: readAsset };
}

/** Sources by name, without `.liquid`, in the order of their names. */
function liquidFiles(folder: string): Record<string, string> {
  const files = readdirSync(join(FOLDER, folder)).filter((file) => file.endsWith('.liquid'));
  const read = (file: string) => readFileSync(join(FOLDER, folder, file), 'utf8');
  return Object.fromEntries(files.sort().map((file) => [basename(file, '.liquid'), read(file)]));
}

function prefixed(prefix: string, sources: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(sources).map(([name, source]) => [prefix + name, source]));
}

function readLocale(name: string): Translations {
  return JSON.parse(readFileSync(join(FOLDER, 'locales', `${name}.json`), 'utf8')) as Translations;
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
  const file = join(FOLDER, 'assets', basename(name));
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
