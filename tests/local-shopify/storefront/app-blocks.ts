// The app's blocks of one of the theme's areas, rendered as Shopify renders them.
import { escapeHtml } from '#app/liquid/arguments.ts';
import { settingDefaults, type BlockSchema } from '#app/liquid/block-schema.ts';
import type { Area, PlacedBlock, Theme } from '#tests/local-shopify/shop/theme.ts';
import { BLOCKS, EMBEDS, EXTENSION_ASSET_PATH, extension } from './extension.ts';
import { placedBlocks } from './placed-blocks.ts';

/** What a section gives the blocks in it. */
export type BlockRoom = { area: Area; section: object; designMode: boolean };

export function renderAppBlocks(theme: Theme, room: BlockRoom, globals: object): string {
  return shownIn(theme, [room.area])
    .map((placed) => renderBlock(placed, room, globals))
    .join('\n');
}

/** What Shopify adds to the head of a page that holds blocks: each stylesheet once. */
export function blockStylesheets(theme: Theme, areas: readonly Area[]): string {
  const names = shownIn(theme, areas).flatMap(({ block }) => BLOCKS.get(block)?.stylesheet ?? []);
  const ofEmbeds = embedsOf(theme).flatMap((file) => EMBEDS.get(file)?.stylesheet ?? []);
  return [...new Set([...names, ...ofEmbeds])].map(stylesheetLink).join('\n');
}

/** What Shopify puts at the end of every page's body: the embeds that the merchant has turned on. */
export function renderAppEmbeds(theme: Theme, globals: object): string {
  return embedsOf(theme)
    .map((file) => {
      const settings = resolved(EMBEDS.get(file), theme.embedSettings?.[file]);
      const block = { id: `embed-${file}`, type: file, settings, shopify_attributes: '' };
      return wrapped(block.id, extension.engine.render(`blocks/${file}`, globals, { block }));
    })
    .join('\n');
}

const embedsOf = ({ embeds = [] }: Theme): string[] => embeds.filter((file) => EMBEDS.has(file));

const wrapped = (id: string, html: string): string =>
  `<div id="shopify-block-${escapeHtml(id)}" class="shopify-block shopify-app-block">${html}</div>`;

function shownIn(theme: Theme, areas: readonly Area[]): PlacedBlock[] {
  return placedBlocks(theme).filter((placed) => placed.shown && areas.includes(placed.area));
}

function renderBlock(placed: PlacedBlock, { section, designMode }: BlockRoom, globals: object): string {
  const settings = resolved(BLOCKS.get(placed.block), placed.settings);
  const attributes = designMode ? `data-shopify-editor-block='${JSON.stringify({ id: placed.id })}'` : '';
  const block = { id: placed.id, type: placed.block, settings, shopify_attributes: attributes };
  const html = extension.engine.render(`blocks/${placed.block}`, globals, { block, section });
  return wrapped(placed.id, html);
}

/** What a block reads: the defaults where the merchant set nothing, and the page in place of its handle. */
function resolved(schema: BlockSchema | undefined, set: PlacedBlock['settings'] = {}): object {
  const values = { ...(schema && settingDefaults(schema)), ...set };
  const pages = schema?.settings.filter(({ type }) => type === 'page') ?? [];
  return { ...values, ...Object.fromEntries(pages.map(({ id }) => [id, pageObject(values[id])])) };
}

/** This shop has one page. */
function pageObject(handle: unknown): object | null {
  return handle === 'loyalty' ? { handle, title: 'Loyalty', url: '/pages/loyalty' } : null;
}

function stylesheetLink(name: string): string {
  return `<link href="${escapeHtml(EXTENSION_ASSET_PATH + name)}" rel="stylesheet" type="text/css" media="all">`;
}
