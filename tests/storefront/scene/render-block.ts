// Renders one of the app's blocks as the storefront does, for a shopper, a page and a language.
import type { MemberProjection, ProgramProjection } from '#app/core/storefront/projection.ts';
import { settingDefaults } from '#app/liquid/block-schema.ts';
import { openExtension } from '#app/liquid/extension.ts';
import { globalObjects } from '#tests/local-shopify/storefront/global-objects.ts';
import { productObject } from '#tests/local-shopify/storefront/product-objects.ts';
import type { liquidCart, liquidProduct } from './liquid-objects.ts';
import { ANNA, openSampleShopify, SAMPLE_PROGRAM, writeMember, writeProgram } from './sample-shop.ts';

const extension = openExtension('/assets/');

export type Block =
  | 'birthday'
  | 'how-it-works'
  | 'launcher'
  | 'member'
  | 'points-balance'
  | 'points-for-cart'
  | 'points-for-product'
  | 'rewards'
  | 'stamp-card';

export type Scene = {
  language: string;
  /** Null: nobody is signed in. `new`: signed in, and no metafield yet. */
  member: MemberProjection | 'new' | null;
  /** Null: the app has written none yet. */
  program?: ProgramProjection | null;
  /** The product page that it stands on; another page when absent. */
  productId?: string;
  /** Which; the cart page when absent. */
  page?: 'cart' | 'page';
  /** Any product or cart that Liquid may see, in place of the sample shop's. */
  product?: ReturnType<typeof liquidProduct>;
  cart?: ReturnType<typeof liquidCart>;
  /** What any page may ask for, by handle. */
  products?: Record<string, ReturnType<typeof liquidProduct>>;
  /** Of the page, in place of its own. */
  path?: string;
  settings?: Record<string, unknown>;
  designMode?: boolean;
  /** The day in the shop, `YYYY-MM-DD`; 21 November 2026 when absent. */
  today?: string;
  /** The shopper's, as Shopify has it; Anna when absent. */
  firstName?: string;
  /** What the shopper pays in; the shop's currency when absent. */
  currency?: string;
};

export type Rendered = {
  html: string;
  /** As a reader sees it: no tags, single spaces, entities as characters. */
  text: string;
};

export async function renderBlock(block: Block, scene: Scene): Promise<Rendered> {
  const name = `blocks/${block}`;
  const schema = extension.blocks.find(({ file }) => file === block)?.schema;
  const settings = { ...(schema && settingDefaults(schema)), ...scene.settings };
  const html = extension.engine.render(name, await globals(scene), {
    block: { id: name, settings, shopify_attributes: '' },
  });
  return { html: html.trim(), text: readable(html) };
}

async function globals(scene: Scene): Promise<object> {
  const shopify = await openSampleShopify();
  const shop = shopify.firstShop;
  if (scene.program !== null) await writeProgram(shop, scene.program ?? SAMPLE_PROGRAM);
  if (scene.member !== null && scene.member !== 'new') await writeMember(shopify, ANNA, scene.member);
  const anna = shop.customers.get(ANNA);
  const customer =
    scene.member === null || !anna ? null : { ...anna, firstName: scene.firstName ?? anna.firstName };
  const product = shop.product(scene.productId ?? '');
  const page = scene.page ?? 'cart';
  const path = scene.path ?? (product ? `/products/${product.handle}` : `/${page}`);
  const objects = globalObjects(
    shop,
    { customer, language: scene.language, cart: [] },
    { path, pageType: product || scene.product ? 'product' : page },
  );
  return {
    ...objects,
    clock: { at: new Date(`${scene.today ?? '2026-11-21'}T11:00:00Z`), timeZone: shop.setup.timeZone },
    request: { ...objects.request, design_mode: scene.designMode ?? false },
    cart: { ...(scene.cart ?? objects.cart), currency: { iso_code: currencyOf(scene, shop.currency) } },
    ...(product ? { product: productObject(shop, product, scene.language) } : {}),
    ...(scene.product ? { product: scene.product } : {}),
    ...(scene.products ? { all_products: scene.products } : {}),
  };
}

function currencyOf(scene: Scene, ofShop: string): string {
  return scene.currency ?? scene.cart?.currency.iso_code ?? ofShop;
}

function readable(html: string): string {
  const characters: Record<string, string> = {
    '&amp;': '&',
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#39;': "'",
    '&#34;': '"',
  };
  return html
    .replace(/<(?:"[^"]*"|[^">])*>/g, ' ')
    .replace(/&[a-z#0-9]+;/g, (entity) => characters[entity] ?? entity)
    .replace(/[ \n]+/g, ' ')
    .trim();
}
