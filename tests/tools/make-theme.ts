// The theme extension as shoppers and Shopify load it: its Liquid without docs, indents and long names, because Shopify takes
// 100 KB of it in all, its texts without blanks and long keys, because it takes 15 KB of a language, its scripts and its stylesheet without
// comments and long names, so that they weigh next to nothing. Shopify takes an extension's files as they are, so what is made is
// kept beside its source: `npm run theme`.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { transformWithEsbuild } from 'vite';
import { shortKeys, withShortKeys, withShortTexts, type Texts } from './short-keys.ts';
import { shortNames, shortParameters } from './short-names.ts';
import { tightTags } from './tight-tags.ts';

const EXTENSIONS = path.resolve(import.meta.dirname, '../../extensions');
const MADE = path.join(EXTENSIONS, 'loyalty-theme');
/** Where the Liquid and its texts are written. */
export const WRITTEN = path.join(EXTENSIONS, 'theme-liquid');
export const WRITTEN_FOLDERS = ['blocks', 'snippets', 'locales'] as const;

export const THEME_SCRIPTS = [
  'amount.js',
  'birthday.js',
  'cart-line.js',
  'follow.js',
  'add.js',
  'history.js',
  'launcher.css',
  'order.js',
  'rewards.js',
  'sixth.css',
] as const;
type ThemeScript = (typeof THEME_SCRIPTS)[number];

export const assetOf = (name: ThemeScript): string => path.join(MADE, 'assets', name);

export async function smallScript(name: ThemeScript): Promise<string> {
  const source = readFileSync(path.join(EXTENSIONS, 'theme-scripts', name), 'utf8');
  const { code } = await transformWithEsbuild(source, name, {
    minify: true,
    target: 'esnext',
    format: 'esm',
    sourcemap: false,
  });
  return code.trimEnd();
}

/** By name, `blocks/stamp-card.liquid`, `locales/fr.json`. */
export function writtenFiles(): Record<string, string> {
  const files = WRITTEN_FOLDERS.flatMap((folder) =>
    readdirSync(path.join(WRITTEN, folder)).map((file) => `${folder}/${file}`),
  );
  return Object.fromEntries(files.map((file) => [file, readFileSync(path.join(WRITTEN, file), 'utf8')]));
}

/** The short names that all files share. */
type Names = { keys: ReadonlyMap<string, string>; parameters: ReadonlyMap<string, string> };

function readNames(): Names {
  const files = writtenFiles();
  const liquid = Object.entries(files).flatMap(([file, text]) => (file.endsWith('.liquid') ? text : []));
  const texts = JSON.parse(files['locales/en.default.json'] ?? '') as Texts;
  const all = liquid.join('\n');
  return { keys: shortKeys(texts, all), parameters: shortParameters(all) };
}

let read: Names | undefined;
const namesOf = (): Names => (read ??= readNames());

/** What snippets' parameters are called in what is deployed. */
export const parametersMade = (): ReadonlyMap<string, string> => namesOf().parameters;

/** As it is deployed. */
export function smallFile(name: string, source: string): string {
  if (name.endsWith('.liquid')) return smallLiquid(source);
  // What the theme editor shows is named by blocks' schemas, which are no Liquid.
  if (name.endsWith('.schema.json')) return smallJson(source);
  return JSON.stringify(withShortTexts(JSON.parse(source) as Texts, namesOf().keys));
}

/** Blanks at the start of a line mean nothing in HTML and Liquid; a schema is JSON. */
function smallLiquid(source: string): string {
  const { keys, parameters } = namesOf();
  return tightTags(withShortKeys(shortNames(source, parameters), keys))
    .replace(/\{%schema%\}([^]*?)\{%endschema%\}/, (_, json: string) => {
      return `{%schema%}${smallJson(json)}{%endschema%}`;
    })
    .replace(/^\s+/gm, '');
}

const smallJson = (json: string): string => JSON.stringify(JSON.parse(json));

function writeFiles(): void {
  for (const folder of WRITTEN_FOLDERS) {
    rmSync(path.join(MADE, folder), { recursive: true, force: true });
    mkdirSync(path.join(MADE, folder));
  }
  for (const [file, source] of Object.entries(writtenFiles())) {
    writeFileSync(path.join(MADE, file), smallFile(file, source));
  }
}

if (process.argv[1] === import.meta.filename) {
  for (const name of THEME_SCRIPTS) writeFileSync(assetOf(name), await smallScript(name));
  writeFiles();
}
