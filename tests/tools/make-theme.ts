// The theme extension as shoppers and Shopify load it: its Liquid without docs, indents and long names, because Shopify takes
// 100 KB of it in all, its texts without blanks, because it takes 15 KB of a language, its scripts and its stylesheet without
// comments and long names, so that they weigh next to nothing. Shopify takes an extension's files as they are, so what is made is
// kept beside its source: `npm run theme`.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { transformWithEsbuild } from 'vite';
import { shortNames } from './short-names.ts';

const EXTENSIONS = path.resolve(import.meta.dirname, '../../extensions');
const MADE = path.join(EXTENSIONS, 'loyalty-theme');
/** Where the Liquid and its texts are written. */
export const WRITTEN = path.join(EXTENSIONS, 'theme-liquid');
export const LIQUID_FOLDERS = ['blocks', 'snippets'] as const;
const FOLDERS = [...LIQUID_FOLDERS, 'locales'] as const;

export const THEME_SCRIPTS = [
  'amount.js',
  'birthday.js',
  'cart-line.js',
  'follow.js',
  'add.js',
  'history.js',
  'launcher.css',
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
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(path.join(WRITTEN, folder)).map((file) => `${folder}/${file}`),
  );
  return Object.fromEntries(files.map((file) => [file, readFileSync(path.join(WRITTEN, file), 'utf8')]));
}

/** As it is deployed. */
export function smallFile(name: string, source: string): string {
  return name.endsWith('.json') ? smallJson(source) : smallLiquid(source);
}

/** Line ends that Liquid drops anyway, beside a tag with a dash. */
const DROPPED = /(?<=-[%}]\})\n|\n(?=\{[%{]-)/g;

/** Blanks at the start of a line mean nothing in HTML and Liquid; a schema is JSON. */
function smallLiquid(source: string): string {
  return shortNames(source)
    .replace(/\{% schema %\}([^]*?)\{% endschema %\}/, (_, json: string) => {
      return `{% schema %}${smallJson(json)}{% endschema %}`;
    })
    .replace(/^\s+/gm, '')
    .replace(DROPPED, '');
}

const smallJson = (json: string): string => JSON.stringify(JSON.parse(json));

function writeFiles(): void {
  for (const folder of FOLDERS) {
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
