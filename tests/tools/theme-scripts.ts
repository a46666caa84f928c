// The theme's scripts and its stylesheet as shoppers load them: without comments and long names, so that they weigh next to
// nothing. Shopify takes an extension's assets as they are, so what is made is kept beside its source: `npm run theme-scripts`.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { transformWithEsbuild } from 'vite';

const EXTENSIONS = path.resolve(import.meta.dirname, '../../extensions');

export const THEME_SCRIPTS = ['birthday.js', 'cart-line.js', 'follow.js', 'sixth.css'] as const;
type ThemeScript = (typeof THEME_SCRIPTS)[number];

export const assetOf = (name: ThemeScript): string => path.join(EXTENSIONS, 'loyalty-theme/assets', name);

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

if (process.argv[1] === import.meta.filename) {
  for (const name of THEME_SCRIPTS) writeFileSync(assetOf(name), await smallScript(name));
}
