// One page of the shop, and any of its sections alone.
import { join } from 'node:path';
import { openLiquidFolder } from '#app/liquid/liquid-folder.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { wayOf } from '#tests/local-shopify/shop/theme.ts';
import type { Area } from '#tests/local-shopify/shop/theme.ts';
import { blockStylesheets, renderAppBlocks, renderAppEmbeds } from './app-blocks.ts';
import type { CartObject } from './cart-object.ts';
import { globalObjects } from './global-objects.ts';
import { CART_COUNT, CART_OVER_PAGE, HEADER, isTemplate, sectionsOfTemplate } from './sections.ts';
import type { Section, Template } from './sections.ts';
import type { Visit } from './visit.ts';

const THEME = join(import.meta.dirname, 'theme');
export const THEME_ASSETS = join(THEME, 'assets');
export const THEME_ASSET_PATH = '/assets/';

const theme = openLiquidFolder(THEME, THEME_ASSET_PATH);

/** Pages that a theme at Shopify doesn't make of sections, or not at all. */
type PlainTemplate = 'checkout' | 'thank-you' | 'login' | '404' | 'app';

export type Page = {
  template: Template | PlainTemplate;
  /** With its query. */
  path: string;
  /** Of the browser's tab: a text, or the key of one. */
  title: string | { key: string };
  objects?: object;
};

type Scene = { shop: LocalShop; globals: object; designMode: boolean };

/** Throws what Liquid throws: an unknown filter, snippet or translation. */
export function renderPage(shop: LocalShop, visit: Visit, page: Page): string {
  const scene = sceneOf(shop, visit, page);
  const sections = sectionsOf(shop, page);
  return inLayout(scene, page, sections, renderContent(scene, page, sections));
}

/** What an app answers as Liquid, in the layout. Stricter than Shopify, whose page shows "Liquid error" where Liquid throws. */
export function renderAppsPage(shop: LocalShop, visit: Visit, path: string, liquid: string): string {
  const page: Page = { template: 'app', path, title: '' };
  const scene = sceneOf(shop, visit, page);
  return inLayout(scene, page, [], theme.engine.renderText(liquid, scene.globals));
}

function inLayout(scene: Scene, page: Page, sections: Section[], content: string): string {
  const { shop, globals } = scene;
  const areas = sections.flatMap((section) => section.area ?? []);
  return theme.engine.render('layout/theme', {
    ...globals,
    page_title: typeof page.title === 'string' ? page.title : '',
    page_title_key: typeof page.title === 'string' ? '' : page.title.key,
    content_for_header: blockStylesheets(shop.theme, areas),
    content_for_layout: content,
    content_for_embeds: hasEmbeds(page) ? renderAppEmbeds(shop.theme, globals) : '',
    header_section: renderSection(scene, HEADER),
    cart_section: cartOverPage(shop, page)
      .map((section) => renderSection(scene, section))
      .join(''),
  });
}

const hasEmbeds = ({ template }: Page): boolean => isTemplate(template) || template === 'app';

/** One section as the Section Rendering API answers it; null for an id that the page doesn't know. */
export function renderSectionOf(shop: LocalShop, visit: Visit, page: Page, id: string): string | null {
  const layout = [HEADER, CART_COUNT, ...cartOverPage(shop, page)];
  const section = [...sectionsOf(shop, page), ...layout].find((one) => one.id === id);
  return section ? renderSection(sceneOf(shop, visit, page), section) : null;
}

function sceneOf(shop: LocalShop, visit: Visit, page: Page): Scene {
  const pageType = page.template.split('.')[0] ?? '';
  const objects = globalObjects(shop, visit, { path: page.path, pageType });
  const globals = { ...objects, ...themeObjects(shop, visit, objects.cart), ...page.objects };
  return { shop, globals, designMode: visit.designMode ?? false };
}

/** What this theme needs and Shopify's Liquid doesn't tell: codes that lower nothing, or only sending, and one that was refused. */
function themeObjects(shop: LocalShop, visit: Visit, cart: CartObject) {
  const applied = cart.discount_applications.map((application) => application.title);
  const cart_codes = (visit.codes ?? []).map((code) => {
    return { code, applies: applied.includes(code), sends: cart.shipping_codes.includes(code) };
  });
  const { look } = shop.theme;
  return { look, way: wayOf(shop.theme), refused_code: visit.refusedCode ?? '', cart_codes };
}

function sectionsOf(shop: LocalShop, { template }: Page): Section[] {
  return isTemplate(template) ? sectionsOfTemplate(template, wayOf(shop.theme)) : [];
}

/** Where the cart is the page, nothing of it comes over the page. */
function cartOverPage(shop: LocalShop, { template }: Page): Section[] {
  return template === 'cart' || !isTemplate(template) ? [] : [CART_OVER_PAGE[wayOf(shop.theme)]];
}

function renderContent(scene: Scene, page: Page, sections: Section[]): string {
  if (!isTemplate(page.template)) return theme.engine.render(`templates/${page.template}`, scene.globals);
  return sections.map((section) => renderSection(scene, section)).join('\n');
}

function renderSection(scene: Scene, { id, type, area }: Section): string {
  const section = { id, type };
  const content = area ? renderBlocks(scene, area, section) : '';
  const html = theme.engine.render(`sections/${type}`, scene.globals, {
    section,
    content_for_blocks: content,
  });
  return `<div id="shopify-section-${id}" class="shopify-section">${html}</div>`;
}

function renderBlocks({ shop, globals, designMode }: Scene, area: Area, section: object): string {
  return renderAppBlocks(shop.theme, { area, section, designMode }, globals);
}
