// The theme extension as shoppers and Shopify load it: its Liquid without docs and indents, because Shopify takes 100 KB of it
// in all, its scripts and its stylesheet without comments and long names, so that they weigh next to nothing. Shopify takes an
// extension's files as they are, so what is made is kept beside its source: `npm run theme`.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { transformWithEsbuild } from 'vite';

const EXTENSIONS = path.resolve(import.meta.dirname, '../../extensions');
const MADE = path.join(EXTENSIONS, 'loyalty-theme');
/** Where the Liquid is written. */
export const LIQUID = path.join(EXTENSIONS, 'theme-liquid');
export const LIQUID_FOLDERS = ['blocks', 'snippets'] as const;

export const THEME_SCRIPTS = ['birthday.js', 'cart-line.js', 'follow.js', 'rewards.js', 'sixth.css'] as const;
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

/** Sources by name, `blocks/stamp-card.liquid`. */
export function liquidSources(): Record<string, string> {
  const files = LIQUID_FOLDERS.flatMap((folder) =>
    readdirSync(path.join(LIQUID, folder)).map((file) => `${folder}/${file}`),
  );
  return Object.fromEntries(files.map((file) => [file, readFileSync(path.join(LIQUID, file), 'utf8')]));
}

/** Blanks at the start of a line mean nothing in HTML and Liquid; a schema is JSON. */
export function smallLiquid(source: string): string {
  return source
    .replace(/\{%-? (doc|comment) -?%\}[^]*?\{%-? end\1 -?%\}/g, '')
    .replace(/\{% schema %\}([^]*?)\{% endschema %\}/, (_, json: string) => smallSchema(json))
    .replace(/^\s+/gm, '');
}

function smallSchema(json: string): string {
  return `{% schema %}${JSON.stringify(JSON.parse(json))}{% endschema %}`;
}

function writeLiquid(): void {
  for (const folder of LIQUID_FOLDERS) {
    rmSync(path.join(MADE, folder), { recursive: true, force: true });
    mkdirSync(path.join(MADE, folder));
  }
  for (const [file, source] of Object.entries(liquidSources())) {
    writeFileSync(path.join(MADE, file), smallLiquid(source));
  }
}

if (process.argv[1] === import.meta.filename) {
  for (const name of THEME_SCRIPTS) writeFileSync(assetOf(name), await smallScript(name));
  writeLiquid();
}
