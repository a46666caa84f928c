import express from 'express';
import { afterAll, afterEach, expect, test } from 'vitest';
import { adminRouter } from '#tests/local-shopify/admin/router.ts';
import { AREAS, FRESH_THEME } from '#tests/local-shopify/shop/theme.ts';
import type { Area } from '#tests/local-shopify/shop/theme.ts';
import { BLOCKS } from '#tests/local-shopify/storefront/extension.ts';
import { mayStandIn, placedBlocks } from '#tests/local-shopify/storefront/placed-blocks.ts';
import { storefrontRouter } from '#tests/local-shopify/storefront/router.ts';
import { themeEditorRouter } from '#tests/local-shopify/theme-editor/router.ts';
import { openSampleShopify, SAMPLE_PROGRAM, writeProgram } from '#tests/storefront/scene/sample-shop.ts';
import { serve, visitor } from '#tests/storefront/scene/visitor.ts';

const shopify = await openSampleShopify();
const shop = shopify.firstShop;
await writeProgram(shop, SAMPLE_PROGRAM);
const store = await serve(express().use(storefrontRouter(shopify)));
const site = await serve(express().use(themeEditorRouter(shopify), adminRouter(shopify)));
shopify.urls = { storefront: store.url, admin: site.url, tunnel: site.url };
const merchant = visitor(site.url);
const shopper = visitor(store.url);
afterEach(() => shop.saveTheme(FRESH_THEME));
afterAll(async () => {
  await store.close();
  await site.close();
});

const editor = '/themes/editor';
const idsIn = (area: Area) =>
  placedBlocks(shop.theme)
    .filter((one) => one.area === area)
    .map((one) => one.id);
const positions = (html: string, ids: string[]) => ids.map((id) => html.indexOf(`id="shopify-block-${id}"`));
const productPage = async () => (await shopper.get('/products/guji')).html;

test('the admin leads to the theme editor, which shows the page that is edited', async () => {
  expect((await merchant.get('/')).html).toContain('href="/themes/editor"');
  for (const [page, path] of [
    ['product', '/products/guji'],
    ['cart', '/cart'],
    ['loyalty', '/pages/loyalty'],
  ]) {
    const { html } = await merchant.get(`${editor}?page=${page}`);
    expect(html).toContain(`src="${store.url}${path}"`);
  }
});

test('on a fresh shop the blocks stand that the setup guide asks for, and every other may be added', () => {
  const placed = new Set(placedBlocks(shop.theme).map((one) => one.block));
  expect(placed).toEqual(new Set(['member', 'points-for-cart', 'rewards', 'how-it-works', 'birthday']));
  const nowhere = [...BLOCKS.keys()].filter((block) => !AREAS.some((area) => mayStandIn(area, block)));
  expect(nowhere).toEqual([]);
});

test.each(['en', 'fr'])(
  'every block and setting has a name in the merchant’s language (%s)',
  async (locale) => {
    for (const page of ['product', 'cart', 'loyalty', 'home']) {
      const { status, html } = await merchant.get(`${editor}?page=${page}&locale=${locale}`);
      expect([page, status]).toEqual([page, 200]);
      expect(html).not.toMatch(/>\s*t:|undefined|\[object/);
    }
    const { html } = await merchant.get(`${editor}?locale=${locale}`);
    expect(html).toContain(locale === 'en' ? 'Stamp card' : 'Carte à tampons');
  },
);

test('blocks are reordered, hidden, removed and added', async () => {
  const [first = '', second = ''] = idsIn('product');
  const [above = 0, below = 0] = positions(await productPage(), [first, second]);
  expect(above).toBeLessThan(below);
  await merchant.post(`${editor}/blocks/${second}`, { do: 'up' });
  const [before = 0, after = 0] = positions(await productPage(), [second, first]);
  expect(before).toBeLessThan(after);

  await merchant.post(`${editor}/blocks/${second}`, { do: 'hide' });
  expect(await productPage()).not.toContain(`id="shopify-block-${second}"`);
  await merchant.post(`${editor}/blocks/${second}`, { do: 'show' });
  expect(await productPage()).toContain(`id="shopify-block-${second}"`);

  await merchant.post(`${editor}/blocks/${first}`, { do: 'remove' });
  expect(idsIn('product')).not.toContain(first);
  const { path } = await merchant.post(`${editor}/add`, { area: 'product-apps', block: 'stamp-card' });
  expect(path).toContain('/themes/editor?page=product');
  expect(idsIn('product-apps')).toHaveLength(1);
  await merchant.post(`${editor}/reset`);
  expect(shop.theme.blocks).toBeNull();
});

test('a block goes nowhere that its schema doesn’t name', async () => {
  const before = idsIn('home');
  await merchant.post(`${editor}/add`, { area: 'home', block: 'points-for-product' });
  await merchant.post(`${editor}/add`, { area: 'home', block: 'nothing' });
  await merchant.post(`${editor}/add`, { area: 'nowhere', block: 'stamp-card' });
  expect(idsIn('home')).toEqual(before);
});

test('settings are kept as what they are, and reach the block', async () => {
  const [id = ''] = idsIn('product').filter((one) => one.startsWith('member'));
  // A checkbox that isn't sent isn't checked.
  const typed = { heading: 'My <card>', accent: '#AA0000', card: 'on' };
  await merchant.post(`${editor}/blocks/${id}/settings`, typed);
  const placed = placedBlocks(shop.theme).find((one) => one.id === id);
  expect(placed?.settings).toMatchObject({ heading: 'My <card>', accent: '#aa0000' });
  const html = await productPage();
  expect(html).toContain('#aa0000');
  expect(html).toContain('My &lt;card&gt;');
  expect(html).not.toContain('My <card>');
  await merchant.post(`${editor}/blocks/${id}/settings`, { ...typed, accent: 'red;x' });
  expect(await productPage()).not.toContain('red;x');
});

test('a look changes the theme’s stylesheet, and a page in the editor’s frame knows that it is one', async () => {
  await merchant.post(`${editor}/look`, { look: 'loud', page: 'cart', width: 'phone' });
  expect(await productPage()).toContain('/assets/look-loud.css');
  await merchant.post(`${editor}/look`, { look: 'sad' });
  expect(shop.theme.look).toBe('loud');
  const framed = await fetch(`${store.url}/products/guji`, { headers: { 'sec-fetch-dest': 'iframe' } });
  expect(await framed.text()).toContain('data-shopify-editor-block');
  expect(await productPage()).not.toContain('data-shopify-editor-block');
});

test('an app embed is turned on, set and turned off, and keeps what was set', async () => {
  const home = async () => (await shopper.get('/')).html;
  expect(await home()).not.toContain('sixth-pill');
  await merchant.post(`${editor}/embeds/launcher`, { do: 'on' });
  const settings = { word: 'Bean club', place: 'start', up: '24', up_product: '120', page: 'loyalty' };
  await merchant.post(`${editor}/embeds/launcher/settings`, { ...settings, not_at: '/cart\n/blogs' });
  const html = await home();
  expect(html).toMatch(/sixth-start"[^>]*--sixth-up: 24px/);
  expect(html).toContain('<span>Bean club</span>');
  expect(html).toContain('href="/pages/loyalty"');
  expect(await productPage()).toContain('--sixth-up: 120px');
  expect((await shopper.get('/cart')).html).not.toContain('sixth-pill');
  const form = (await merchant.get(editor)).html;
  expect(form).toContain('value="Bean club"');
  expect(form).toMatch(/<textarea[^>]*>\/cart\n\/blogs<\/textarea>/);
  await merchant.post(`${editor}/embeds/launcher`, { do: 'off' });
  expect(await home()).not.toContain('sixth-pill');
  await merchant.post(`${editor}/embeds/launcher`, { do: 'on' });
  expect(await home()).toContain('<span>Bean club</span>');
});
