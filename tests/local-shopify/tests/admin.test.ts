import express from 'express';
import { afterAll, expect, test } from 'vitest';
import { adminRouter } from '#tests/local-shopify/admin/router.ts';
import {
  appBridgeStandIn,
  rewriteAppHtml,
  rewriteFrameAncestors,
  rewriteLinkHeader,
} from '#tests/local-shopify/admin/rewrite.ts';
import { deskRouter } from '#tests/local-shopify/desk/router.ts';
import { checkSessionToken } from '#tests/local-shopify/oauth/session-token.ts';
import type { Order } from '#tests/local-shopify/shop/types.ts';
import { ANNA, COFFEE, MUG, openSampleShopify, SAMPLE_DOMAIN } from '#tests/storefront/scene/sample-shop.ts';
import { serve, visitor } from '#tests/storefront/scene/visitor.ts';

const shopify = await openSampleShopify();
const shop = shopify.firstShop;
const site = await serve(express().use(deskRouter(shopify)).use(adminRouter(shopify)));
// The app isn't there: what it would be told is refused, and listed.
shopify.urls = { storefront: site.url, admin: site.url, tunnel: site.url };
await shopify.install(SAMPLE_DOMAIN);
afterAll(async () => {
  await shopify.stop();
  await site.close();
});
const merchant = visitor(site.url);

function place(
  payment: 'paid' | 'pending',
  lines = [{ variantId: `${COFFEE}0`, quantity: 5 }],
): Promise<Order> {
  return shop.placeOrder({ customerId: ANNA, lines, payment, locale: 'en', shippingMinor: 490 });
}

test('orders are listed with customer, payment and total', async () => {
  const order = await place('paid');
  const { html } = await merchant.get('/orders');
  for (const text of [order.name, 'Anna Sample', 'paid', '49.90 EUR']) expect(html).toContain(text);
});

test('a pending order is marked as paid, once', async () => {
  const order = await place('pending');
  expect((await merchant.get(`/orders/${order.id}`)).html).toContain('Mark 49.90 EUR as paid');
  expect((await merchant.post(`/orders/${order.id}/pay`)).html).not.toContain('as paid');
  expect(order.financialStatus).toBe('paid');
  const again = await merchant.post(`/orders/${order.id}/pay`);
  expect(again).toMatchObject({ status: 422 });
  expect(again.html).toContain('nothing outstanding');
});

test('C13 lines, shipping and a custom amount are refunded', async () => {
  const order = await place('paid');
  const line = order.lines[0]?.id ?? '';
  await merchant.post(`/orders/${order.id}/refund`, { [`line-${line}`]: '2', shipping: '4.90', money: '1' });
  expect(order.lines[0]?.currentQuantity).toBe(3);
  expect(order.financialStatus).toBe('partially_refunded');
  await merchant.post(`/orders/${order.id}/refund`, { custom: '1,50', money: '1' });
  expect(order.refunds.map((refund) => refund.customMinor)).toEqual([0, 150]);
});

test('a refund that can’t be is refused whole', async () => {
  const order = await place('paid', [
    { variantId: `${COFFEE}0`, quantity: 1 },
    { variantId: `${MUG}0`, quantity: 1 },
  ]);
  const [first, second] = order.lines.map((line) => `line-${line.id}`);
  const refusals: [Record<string, string>, string][] = [
    [{ [first ?? '']: '1', [second ?? '']: '2' }, 'Only 1 of “Mug” are left.'],
    [{ shipping: '5' }, 'more than the shipping'],
    [{ custom: '100' }, 'more than was paid'],
    [{ custom: 'all' }, 'That is no amount.'],
    [{}, 'Choose what to refund.'],
  ];
  for (const [fields, reason] of refusals) {
    const { status, html } = await merchant.post(`/orders/${order.id}/refund`, { ...fields, money: '1' });
    expect(status).toBe(422);
    expect(html).toContain(reason);
  }
  expect(order.refunds).toEqual([]);
  expect(order.lines.map((line) => line.currentQuantity)).toEqual([1, 1]);
});

test('a cancelled order can only be looked at', async () => {
  const order = await place('paid');
  const { html } = await merchant.post(`/orders/${order.id}/cancel`);
  expect(html).toContain('cancelled');
  expect(html).not.toContain('Refund</button>');
});

test('a webhook is sent again', async () => {
  const order = await place('paid');
  await shopify.webhooks.flush();
  const delivery = shopify.webhooks.deliveries.find((one) => one.body.includes(`"id":${order.id}`));
  expect(delivery).toBeDefined();
  const tries = delivery?.attempts ?? 0;
  await merchant.post(`/orders/${order.id}/repeat`, { delivery: delivery?.id ?? '' });
  await shopify.webhooks.flush();
  expect(delivery?.attempts).toBe(tries + 1);
  expect((await merchant.post(`/orders/${order.id}/repeat`, { delivery: 'x' })).status).toBe(422);
});

test('an order that does not exist is not found', async () => {
  expect((await merchant.get('/orders/1')).status).toBe(404);
  expect((await merchant.post('/orders/1/pay')).status).toBe(404);
});

test('the admin opens the app in a frame, signed, with a session token', async () => {
  expect((await merchant.get('/')).html).toContain('href="/apps/sixth"');
  const { html } = await merchant.get('/apps/sixth?locale=fr');
  const src = /<iframe[^>]* src="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const query = new URL(src).searchParams;
  expect(query.get('embedded')).toBe('1');
  expect(query.get('shop')).toBe(SAMPLE_DOMAIN);
  expect(query.get('locale')).toBe('fr');
  expect(atob(query.get('host') ?? '')).toBe('admin.shopify.com/store/sample');
  expect(query.get('hmac')).toMatch(/^[0-9a-f]{64}$/);
  const token = query.get('id_token') ?? '';
  expect(checkSessionToken(shopify.app, SAMPLE_DOMAIN, shopify.clock(), token).valid).toBe(true);
});

test('the frame asks for further session tokens', async () => {
  const { html } = await merchant.post('/_local/id-token');
  const { token } = JSON.parse(html) as { token: string };
  expect(checkSessionToken(shopify.app, SAMPLE_DOMAIN, shopify.clock(), token).valid).toBe(true);
});

test('the tunnel exchanges App Bridge’s address and who may frame the app, nothing else', () => {
  const page =
    '<head><script src="https://cdn.shopify.com/shopifycloud/app-bridge.js" data-api-key="k"></script>';
  expect(rewriteAppHtml(page)).toBe('<head><script src="/_local/app-bridge.js" data-api-key="k"></script>');
  const link = '<https://cdn.shopify.com/shopifycloud/app-bridge.js>; rel="preload"; as="script";';
  expect(rewriteLinkHeader(link)).toBe('</_local/app-bridge.js>; rel="preload"; as="script";');
  const policy = 'frame-ancestors https://a.myshopify.com https://admin.shopify.com; base-uri none';
  expect(rewriteFrameAncestors(policy, 'http://127.0.0.1:4001')).toBe(
    'frame-ancestors https://a.myshopify.com https://admin.shopify.com http://127.0.0.1:4001; base-uri none',
  );
  expect(appBridgeStandIn()).toContain('window.shopify');
});
