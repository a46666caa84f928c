// All states of all blocks on one page, in a theme's look: for people to look at, and for axe to check.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { escapeHtml } from '#app/liquid/arguments.ts';
import type { Look } from '#tests/local-shopify/shop/theme.ts';
import { renderBlock } from '#tests/storefront/scene/render-block.ts';
import { STATES } from './states.ts';
import type { State } from './states.ts';

const ASSETS = join(import.meta.dirname, '../../../extensions/loyalty-theme/assets');
const STYLESHEETS = ['sixth.css', 'launcher.css'].map((name) => join(ASSETS, name));
const THEME = join(import.meta.dirname, '../../local-shopify/storefront/theme/assets');

/** In the order in which a page of that look loads them. */
const stylesheets = (look: Look) => [
  join(THEME, `look-${look}.css`),
  join(THEME, 'theme.css'),
  ...STYLESHEETS,
];

/** Of the gallery itself, not of a theme. */
const FRAME = `
  body { display: block; padding: 1rem; }
  [role='main'] { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr)); gap: 1rem 2rem; }
  figure { margin: 0; min-inline-size: 0; }
  figcaption { font: 0.75rem/1.4 monospace; }
  .whole { grid-column: 1 / -1; }
  /* Button and panel one under the other, and open, in place of over the page. */
  .sixth-pill, .sixth-panel { position: relative; inset: auto !important; display: block; max-block-size: none !important; }
  .sixth-launcher { display: grid; gap: 1rem; justify-items: start; }
  .sixth-panel { max-inline-size: 100% !important; }
  @supports selector(:popover-open) { .sixth-plain { display: none; } }`;

export type Gallery = {
  language: string;
  look: Look;
  direction?: 'ltr' | 'rtl';
  /** All states unless given. */
  states?: readonly State[];
};

async function figure({ block, state, scene }: State, language: string): Promise<string> {
  const { html } = await renderBlock(block, { ...scene, language });
  const shown = html === '' ? '<p>—</p>' : html;
  const caption = `<figcaption lang="en" dir="ltr">${escapeHtml(`${block}: ${state}`)}</figcaption>`;
  return `<figure${block === 'how-it-works' ? ' class="whole"' : ''}>${caption}${shown}</figure>`;
}

async function drawn(states: readonly State[], language: string): Promise<string> {
  return (await Promise.all(states.map((state) => figure(state, language)))).join('\n');
}

/** All states in a language are drawn once: most of what a gallery costs, and no look or direction changes them. */
const allDrawn = new Map<string, Promise<string>>();

function figuresOf(states: readonly State[], language: string): Promise<string> {
  if (states !== STATES) return drawn(states, language);
  const figures = allDrawn.get(language) ?? drawn(states, language);
  allDrawn.set(language, figures);
  return figures;
}

/** A whole HTML document that needs no server. Its states are no page's, whose blocks invite once: so it has no `main`. */
export async function galleryPage({ language, look, direction, states = STATES }: Gallery): Promise<string> {
  const figures = await figuresOf(states, language);
  const css = [...stylesheets(look).map((file) => readFileSync(file, 'utf8')), FRAME].join('\n');
  return `<!doctype html>
    <html lang="${language}" dir="${direction ?? 'ltr'}">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Blocks, ${look}</title>
        <style>${css}</style>
      </head>
      <body><div role="main"><h1 class="whole">Blocks</h1>${figures}</div></body>
    </html>`;
}
