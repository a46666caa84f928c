import express from 'express';
import { afterAll, expect, test } from 'vitest';
import { storefrontRouter } from '#tests/local-shopify/storefront/router.ts';
import {
  ANNA,
  COFFEE,
  GIFT_CARD,
  openSampleShopify,
  sampleMember,
  writeMember,
  writeProgram,
} from '#tests/storefront/scene/sample-shop.ts';
import { SAMPLE_PROGRAM } from '#tests/storefront/scene/sample-shop.ts';
import { serve, visitor } from '#tests/storefront/scene/visitor.ts';
import type { Visitor } from '#tests/storefront/scene/visitor.ts';

const shopify = await openSampleShopify();
const shop = shopify.firstShop;
await writeProgram(shop, SAMPLE_PROGRAM);
const site = await serve(express().use(storefrontRouter(shopify)));
afterAll(site.close);

const coffee = `${COFFEE}0`;
const enter = () => visitor(site.url);
async function signIn(person: Visitor, customer = ANNA): Promise<void> {
  await person.post('/customer_authentication/login', { customer, return_to: '/cart' });
}
const tokenOf = (html: string) => /name="token" value="([^"]+)"/.exec(html)?.[1] ?? '';

const PAGES = [
  '/',
  '/collections',
  '/collections/coffee',
  '/collections/all',
  '/products/guji',
  '/cart',
  '/pages/loyalty',
  '/customer_authentication/login',
];

test('every page answers in both languages, and works without a script', async () => {
  const person = enter();
  for (const language of ['en', 'fr']) {
    await person.post('/localization', { locale_code: language, return_to: '/' });
    for (const path of PAGES) {
      const { status, html } = await person.get(path);
      expect([path, status]).toEqual([path, 200]);
      expect(html).toContain(`<html lang="${language}">`);
      // The blocks' own wait until the page is there, and a page's forms work without.
      const [theme, ...others] = html.match(/<script[^>]*>/g) ?? [];
      expect(theme).toBe('<script src="/assets/theme.js" type="module">');
      for (const other of others) expect(other).toMatch(/^<script type="module" src="\/extensions\/[^>]*>$/);
      expect(html).not.toMatch(/ on\w+="|translation missing|undefined|\[object/);
    }
  }
});

test('pages carry the app’s blocks, each in its wrapper, and their stylesheet once', async () => {
  const person = enter();
  for (const path of ['/products/guji', '/cart', '/pages/loyalty']) {
    const { html } = await person.get(path);
    for (const block of path === '/cart' ? ['points-for-cart'] : ['member', 'birthday']) {
      expect(html).toMatch(
        new RegExp(`<div id="shopify-block-${block}-\\d" class="shopify-block shopify-app-block">`),
      );
    }
    expect(html.match(/loyalty-theme\/assets\/sixth\.css/g)).toHaveLength(1);
  }
  expect((await person.get('/customer_authentication/login')).html).not.toContain('shopify-app-block');
  expect((await person.get('/extensions/loyalty-theme/assets/sixth.css')).html).toContain('.sixth-stamp');
});

test('a metafield that the app writes shows on the next reload', async () => {
  const person = enter();
  await signIn(person);
  expect((await person.get('/pages/loyalty')).html).toContain('0 of 5 stamps');
  await writeMember(shopify, ANNA, sampleMember({ points: 1240 }, { have: 3 }));
  const { html } = await person.get('/pages/loyalty');
  expect(html).toContain('<dd class="sixth-big">1,240</dd>');
  expect(html).toContain('3 of 5 stamps');
});

test('the cart takes quantities, changes them, and lets lines go', async () => {
  const person = enter();
  await person.post('/cart/add', { id: coffee, quantity: '2' });
  expect((await person.post('/cart/add', { id: coffee, quantity: '3' })).html).toContain('€45.00');
  expect((await person.post('/cart/change', { id: coffee, quantity: '1' })).html).toContain('€9.00');
  expect((await person.post('/cart/change', { id: coffee, quantity: 'x' })).html).toContain('€9.00');
  expect((await person.post('/cart/change', { id: coffee, quantity: '1', remove: '1' })).html).toContain(
    'is empty',
  );
  expect((await person.post('/cart/add', { id: '404', quantity: '1' })).html).toContain('is empty');
});

test('a member orders and pays at once', async () => {
  const person = enter();
  await signIn(person);
  await person.post('/cart/add', { id: coffee, quantity: '5' });
  const { html } = await person.get('/checkout');
  expect(html).toContain('Ordering as Anna Sample');
  const thanks = await person.post('/checkout', { token: tokenOf(html), payment: 'paid' });
  expect(thanks.html).toMatch(/Order #\d+ for €49\.90 is in\./);
  const order = shop.newestOrders(1)[0];
  expect(order).toMatchObject({ customerId: ANNA, financialStatus: 'paid', locale: 'en' });
  expect(order?.lines).toMatchObject([{ productId: COFFEE, quantity: 5 }]);
  expect((await person.get('/cart')).html).toContain('Your cart is empty.');
});

test('a guest’s bank transfer stays pending, in French, and carries the e-mail and no customer', async () => {
  const person = enter();
  await person.post('/localization', { locale_code: 'fr', return_to: '/' });
  await person.post('/cart/add', { id: `${GIFT_CARD}0`, quantity: '1' });
  const { html } = await person.get('/checkout');
  const thanks = await person.post('/checkout', {
    token: tokenOf(html),
    payment: 'pending',
    email: 'g@example.com',
  });
  expect(thanks.html).toContain('Elle attend votre virement.');
  expect(thanks.html).toContain('€25.00');
  const order = { customerId: null, email: 'g@example.com', financialStatus: 'pending', locale: 'fr' };
  expect(shop.newestOrders(1)[0]).toMatchObject(order);
});

test('a double click at checkout places one order', async () => {
  const person = enter();
  await person.post('/cart/add', { id: coffee, quantity: '1' });
  const token = tokenOf((await person.get('/checkout')).html);
  const before = shop.orders.size;
  const click = () => person.post('/checkout', { token, payment: 'paid', email: 'g@example.com' });
  const [first, second] = await Promise.all([click(), click()]);
  expect(shop.orders.size).toBe(before + 1);
  expect(first.path).toBe(second.path);
});

test('signing in returns to the page, signing out ends it, and no other site is returned to', async () => {
  const person = enter();
  const fields = { customer: ANNA, return_to: '/products/guji' };
  expect((await person.post('/customer_authentication/login', fields)).path).toBe('/products/guji');
  expect((await person.get('/')).html).toContain('Anna');
  expect((await person.post('/customer_authentication/logout')).html).not.toContain('Anna');
  for (const return_to of ['https://example.com', '//example.com', '/\\example.com', '']) {
    expect((await person.post('/customer_authentication/login', { customer: ANNA, return_to })).path).toBe(
      '/',
    );
  }
});

test('what does not exist is a page of its own', async () => {
  for (const path of ['/products/none', '/orders/none', '/nowhere', '/pictures/1.svg']) {
    const { status, html } = await enter().get(path);
    expect([path, status]).toEqual([path, 404]);
    expect(html).toContain('Nothing here');
  }
  expect((await enter().get('/favicon.ico')).status).toBe(200);
});
