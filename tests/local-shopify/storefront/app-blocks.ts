// The theme's block area: what a merchant gets who adds both of the app's blocks to product and cart page.
import { join } from 'node:path';
import { readBlockSchema, settingDefaults } from '#app/liquid/block-schema.ts';
import { escapeHtml } from '#app/liquid/arguments.ts';
import { openLiquidFolder } from './liquid-files.ts';

const EXTENSION = join(import.meta.dirname, '../../../extensions/loyalty-theme');
export const EXTENSION_ASSETS = join(EXTENSION, 'assets');
export const EXTENSION_ASSET_PATH = '/extensions/loyalty-theme/assets/';

/** As the merchant set them in the theme editor. */
const PLACED = [
  { block: 'points-balance', settings: { accent: '#9a3b12' } },
  { block: 'stamp-card', settings: { accent: '#9a3b12' } },
];
const PAGES = new Set(['product', 'cart']);

export type AppBlocks = { html: string; head: string };

const extension = openLiquidFolder(EXTENSION, EXTENSION_ASSET_PATH);

/** The blocks' HTML, and what Shopify adds to the head of a page that holds them. */
export function renderAppBlocks(pageType: string, globals: object): AppBlocks {
  if (!PAGES.has(pageType)) return { html: '', head: '' };
  const stylesheets = new Set<string>();
  const html = PLACED.map(({ block, settings }, index) => {
    const schema = readBlockSchema(extension.templates[`blocks/${block}`] ?? '');
    if (schema.stylesheet) stylesheets.add(schema.stylesheet);
    const id = `${block}-${index + 1}`;
    const own = {
      block: { id, settings: { ...settingDefaults(schema), ...settings }, shopify_attributes: '' },
    };
    return `<div id="shopify-block-${id}" class="shopify-block shopify-app-block">${extension.engine.render(`blocks/${block}`, globals, own)}</div>`;
  });
  return { html: html.join('\n'), head: [...stylesheets].map(stylesheetLink).join('\n') };
}

function stylesheetLink(name: string): string {
  return `<link href="${escapeHtml(EXTENSION_ASSET_PATH + name)}" rel="stylesheet" type="text/css" media="all">`;
}
