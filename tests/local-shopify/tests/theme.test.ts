// Local Shopify's theme as scripts meet it: sections rendered alone, and the cart's Ajax API.
import express from 'express';
import { afterAll, expect, test } from 'vitest';
import { storefrontRouter } from '#tests/local-shopify/storefront/router.ts';
import {
  COFFEE,
  GIFT_CARD,
  MUG,
  openSampleShopify,
  SAMPLE_PROGRAM,
  writeProgram,
} from '#tests/storefront/scene/sample-shop.ts';
import { serve, visitor } from '#tests/storefront/scene/visitor.ts';
import type { Visitor } from '#tests/storefront/scene/visitor.ts';

const shopify = await openSampleShopify();
const shop = shopify.firstShop;
await writeProgram(shop, SAMPLE_PROGRAM);
const site = await serve(express().use(storefrontRouter(shopify)));
afterAll(site.close);

const MAIN = 'template--product__main';
const FOOTER = 'template--cart__cart-footer';
const [small, large] = [`${COFFEE}0`, `${COFFEE}1`];
const enter = () => visitor(site.url);
type Json = Record<string, unknown> & { sections?: Record<string, string | null> };
async function post(person: Visitor, path: string, fields: Record<string, string>) {
  const { status, html } = await person.post(path, fields);
  return { status, json: JSON.parse(html) as Json };
}
const cartOf = async (person: Visitor) => JSON.parse((await person.get('/cart.js')).html) as Json;

test('one section is answered alone, in its wrapper, for the variant that was asked for', async () => {
  const { html } = await enter().get(`/products/guji?section_id=${MAIN}&variant=${large}`);
  expect(html).toMatch(/^<div id="shopify-section-template--product__main" class="shopify-section">/);
  expect(html).not.toContain('<html');
  expect(html).toContain('data-announce="€32.00"');
  expect(html).toContain('Earn 32 beans');
  // What was asked for is no part of the page's own address.
  expect(html).toContain(`return_to=${encodeURIComponent(`/products/guji?variant=${large}`)}`);
  expect((await enter().get('/products/guji?section_id=nothing')).status).toBe(404);
});

test('several sections are answered as JSON, unknown ones as null, and no more than five', async () => {
  const { html } = await enter().get('/?sections=cart-icon-bubble,nothing,cart-notification');
  const sections = JSON.parse(html) as Record<string, string | null>;
  expect(Object.keys(sections)).toEqual(['cart-icon-bubble', 'nothing', 'cart-notification']);
  expect(sections['nothing']).toBeNull();
  expect(sections['cart-notification']).toContain('<div id="shopify-section-cart-notification"');
  expect((await enter().get('/?sections=a,b,c,d,e,f')).status).toBe(400);
});

test('C79 sections of a changed cart come with the answer, in the context of the page', async () => {
  const person = enter();
  const added = await post(person, '/cart/add.js', {
    id: small,
    quantity: '2',
    sections: `cart-notification,${MAIN}`,
    sections_url: `/products/guji?variant=${large}`,
  });
  expect(added.json).toMatchObject({ variant_id: Number(small), quantity: 2, final_line_price: 1800 });
  expect(added.json.sections?.['cart-notification']).toContain('View cart (2)');
  expect(added.json.sections?.[MAIN]).toContain('Earn 32 beans');
  const elsewhere = { line: '1', quantity: '3', sections: FOOTER, sections_url: '/cart' };
  const changed = await post(person, '/cart/change.js', elsewhere);
  expect(changed.json.sections?.[FOOTER]).toContain('You’ll earn 27 beans');
});

test('the Ajax API adds several items, changes by line, key and updates, and clears', async () => {
  const person = enter();
  await person.post('/cart/add.js', { id: small });
  await person.post('/cart/add.js', { id: `${MUG}0`, quantity: '2' });
  expect(await cartOf(person)).toMatchObject({ item_count: 3, total_price: 3700, currency: 'EUR' });
  await person.post('/cart/change.js', { line: '2', quantity: '1' });
  await person.post('/cart/change.js', { id: `${small}:key`, quantity: '4' });
  expect(await cartOf(person)).toMatchObject({ item_count: 5, items: [{ quantity: 4 }, { quantity: 1 }] });
  await person.post('/cart/update.js', { [`updates[]`]: '2' });
  expect(await cartOf(person)).toMatchObject({ item_count: 3 });
  expect((await post(person, '/cart/clear.js', {})).json).toMatchObject({ item_count: 0, items: [] });
});

test('what can’t be bought is refused in the shopper’s language, and the cart stays', async () => {
  const person = enter();
  await person.post('/localization', { locale_code: 'fr', return_to: '/' });
  expect(await post(person, '/cart/add.js', { id: '404' })).toEqual({
    status: 404,
    json: { status: 404, message: 'Cart Error', description: 'Ce produit n’existe plus.' },
  });
  const mug = shop.variant(`${MUG}0`);
  if (mug) mug.variant.available = false;
  const refused = await post(person, '/cart/add.js', { id: `${MUG}0` });
  if (mug) mug.variant.available = true;
  expect(refused).toMatchObject({ status: 422, json: { description: 'Ce produit est épuisé.' } });
  expect(await cartOf(person)).toMatchObject({ item_count: 0 });
});

test('codes are set as a complete list, told whether they apply, and lower the order by what the cart said', async () => {
  const person = enter();
  await person.post('/cart/add.js', { id: small, quantity: '3' });
  await person.post('/cart/add.js', { id: `${GIFT_CARD}0` });
  const { json } = await post(person, '/cart/update.js', { discount: 'spring10,COFFEE20,MUG,NOPE' });
  expect(json).toMatchObject({
    discount_codes: [
      { code: 'SPRING10', applicable: true },
      { code: 'COFFEE20', applicable: true },
      { code: 'MUG', applicable: false },
      { code: 'NOPE', applicable: false },
    ],
    items: [{ original_line_price: 2700, final_line_price: 2160 }, { final_line_price: 2500 }],
    items_subtotal_price: 4660,
    // A tenth of the coffee alone: gift cards are money.
    total_price: 4660 - 216,
    cart_level_discount_applications: [{ title: 'SPRING10', total_allocated_amount: 216 }],
  });
  expect(await cartOf(person)).toMatchObject({ discount_codes: [{ applicable: true }, {}, {}] });

  const { html } = await person.get('/checkout');
  const token = /name="token" value="([^"]+)"/.exec(html)?.[1] ?? '';
  await person.post('/checkout', { token, payment: 'paid', email: 'g@example.com' });
  const order = shop.newestOrders(1)[0];
  const off = order?.lines.flatMap((line) => line.allocations.map((one) => one.amountMinor));
  expect(off).toEqual([540, 216]);
  expect(order?.discounts.map((one) => one.title)).toEqual(['COFFEE20', 'SPRING10']);
  expect(await cartOf(person)).toMatchObject({ item_count: 0, discount_codes: [] });
});

test('without a script a code is tried by a form, refused in words, and taken out again', async () => {
  const person = enter();
  await person.post('/cart/add', { id: small, quantity: '1' });
  expect((await person.post('/cart/update', { discount: 'FIVE' })).html).toContain('−€5.00');
  expect((await person.post('/cart/update', { discount: '<b>' })).html).not.toContain('<b>&');
  const refused = await person.post('/cart/update', { discount: 'FIVE,NOPE' });
  expect(refused.html).toContain('“NOPE” is not a code of this shop.');
  expect(refused.html).toContain('€4.00');
  expect((await person.post('/cart/update', { discount: '' })).html).not.toContain('FIVE');
  expect((await person.get('/discount/five?redirect=/cart')).html).toContain('−€5.00');
});
