// One page of the shop: a template in the theme's layout, with the app's blocks where the theme has room for them.
import { join } from 'node:path';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { renderAppBlocks } from './app-blocks.ts';
import { globalObjects } from './global-objects.ts';
import { openLiquidFolder } from './liquid-files.ts';
import type { Visit } from './visit.ts';

const THEME = join(import.meta.dirname, 'theme');
export const THEME_ASSETS = join(THEME, 'assets');
export const THEME_ASSET_PATH = '/assets/';

const theme = openLiquidFolder(THEME, THEME_ASSET_PATH);

export type Page = {
  template: 'index' | 'product' | 'cart' | 'checkout' | 'thank-you' | 'login' | '404';
  path: string;
  /** Of the browser's tab: a text, or the key of one. */
  title: string | { key: string };
  objects?: object;
};

/** Throws what Liquid throws: an unknown filter, snippet or translation. */
export function renderPage(shop: LocalShop, visit: Visit, page: Page): string {
  const pageType = page.template;
  const globals = { ...globalObjects(shop, visit, { path: page.path, pageType }), ...page.objects };
  const blocks = renderAppBlocks(pageType, globals);
  const content = theme.engine.render(`templates/${page.template}`, {
    ...globals,
    content_for_blocks: blocks.html,
  });
  return theme.engine.render('layout/theme', {
    ...globals,
    page_title: typeof page.title === 'string' ? page.title : '',
    page_title_key: typeof page.title === 'string' ? '' : page.title.key,
    content_for_header: blocks.head,
    content_for_layout: content,
  });
}
