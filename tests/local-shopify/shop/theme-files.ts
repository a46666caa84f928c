// A theme's JSON as Shopify keeps it: a template for each page, the groups around it, and the settings with the app embeds.
import { placedBlocks } from '#tests/local-shopify/storefront/placed-blocks.ts';
import { wayOf } from './theme.ts';
import type { Area, PlacedBlock, Theme } from './theme.ts';

/** What Shopify writes over what its theme editor saves. */
const HEAD = `/*
 * ------------------------------------------------------------
 * IMPORTANT: The contents of this file are auto-generated.
 *
 * This file may be updated by the Shopify admin theme editor
 * or related systems. Please exercise caution as any changes
 * made to this file may be overwritten.
 * ------------------------------------------------------------
 */
`;

const EXTENSION_UID = '01970000-0000-7000-8000-0000000000ee';

type Section = { type: string; area: Area; own: Record<string, object> };

const BLOCK_TITLE = { title: { type: 'title', settings: {} } };

const TEMPLATES: Record<string, Section[]> = {
  product: [
    { type: 'main-product', area: 'product', own: BLOCK_TITLE },
    { type: 'apps', area: 'product-apps', own: {} },
  ],
  cart: [
    { type: 'main-cart-footer', area: 'cart', own: { subtotal: { type: 'subtotal', settings: {} } } },
    { type: 'apps', area: 'cart-apps', own: {} },
  ],
  page: [{ type: 'main-loyalty', area: 'loyalty', own: {} }],
  index: [{ type: 'apps', area: 'home', own: {} }],
};
const PLAIN_TEMPLATES = [
  '404',
  'article',
  'blog',
  'collection',
  'customers/account',
  'list-collections',
  'search',
];

/** By name. `handle` is the app's, in which the files name its blocks. */
export function themeFilesOf(theme: Theme, handle: string): Map<string, string> {
  const appBlock = (block: string) => `shopify://apps/${handle}/blocks/${block}/${EXTENSION_UID}`;
  const files = new Map<string, string>();
  const write = (name: string, content: object) => files.set(name, HEAD + JSON.stringify(content, null, 2));
  for (const [template, sections] of Object.entries(TEMPLATES)) {
    write(`templates/${template}.json`, templateOf(sections, placedBlocks(theme), appBlock));
  }
  for (const template of PLAIN_TEMPLATES) {
    write(`templates/${template}.json`, {
      sections: { main: { type: `main-${template}` } },
      order: ['main'],
    });
  }
  for (const type of ['header', 'footer']) {
    const sections = { [type]: { type, blocks: {}, settings: {} } };
    write(`sections/${type}-group.json`, { type, name: `${type} group`, sections, order: [type] });
  }
  write('config/settings_data.json', settingsOf(theme, appBlock));
  return files;
}

type Named = (block: string) => string;

function templateOf(sections: Section[], placed: readonly PlacedBlock[], appBlock: Named): object {
  const named = sections.map(({ type, area, own }, index) => {
    const here = placed.filter((one) => one.area === area);
    const ours = here.map(({ id, block, shown, settings }): [string, object] => [
      id.replaceAll('-', '_'),
      { type: appBlock(block), ...(shown ? {} : { disabled: true }), settings },
    ]);
    const blocks = { ...own, ...Object.fromEntries(ours) };
    const section = { type, blocks, block_order: Object.keys(blocks), settings: {} };
    return [index === 0 ? 'main' : `${Date.UTC(2024, 0, 1) + index}`, section] as const;
  });
  return { sections: Object.fromEntries(named), order: named.map(([id]) => id) };
}

/** Shopify keeps an embed that was turned off as disabled. */
function settingsOf({ look, embeds = [], ...theme }: Theme, appBlock: Named): object {
  const on = embeds.map((file, index) => [
    `${Date.UTC(2024, 0, 2) + index}`,
    { type: appBlock(file), disabled: false, settings: {} },
  ]);
  const current = { look, way: wayOf({ look, ...theme }), blocks: Object.fromEntries(on) as object };
  return { current, presets: { Default: { look: 'light' } } };
}
