// `/apps/…` of the shop, as Shopify passes it on: signed, without cookies, and an error of the shop's when nobody answers.
import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import express from 'express';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { checkProxyQuery } from '#app/shopify/signatures/proxy-signature.ts';
import { coffeeRoaster } from '#tests/local-shopify/shop/coffee-roaster.ts';
import { LocalShopify } from '#tests/local-shopify/shop/local-shopify.ts';
import { storefrontRouter } from '#tests/local-shopify/storefront/router.ts';

const AT = new Date('2026-11-21T10:00:00Z');

let shopify: LocalShopify;
let store = '';
let received: { request: IncomingMessage; body: string }[] = [];
const servers: Server[] = [];

async function listen(server: Server): Promise<string> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  shopify = await LocalShopify.open({
    apiKey: 'key',
    apiSecret: 'secret',
    shops: [coffeeRoaster()],
    clock: () => AT,
  });
  const app = createServer((request, response) => {
    void text(request).then((body) => {
      received.push({ request, body });
      if (request.url?.startsWith('/proxy/page')) {
        response.writeHead(404, { 'content-type': 'application/liquid; charset=utf-8' });
        response.end(new URL(request.url, 'http://app.invalid').searchParams.get('liquid') ?? '');
        return;
      }
      response.writeHead(422, { 'content-type': 'application/json', 'set-cookie': 'app=1', 'x-of': 'app' });
      response.end('{"ok":false}');
    });
  });
  const tunnel = await listen(app);
  store = await listen(createServer(express().use(storefrontRouter(shopify))));
  shopify.urls = { storefront: store, admin: '', tunnel };
});
afterAll(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  await shopify.stop();
});
beforeEach(() => {
  received = [];
  shopify.firstShop.proxyPlace = null;
});

const customer = () => [...shopify.firstShop.customers.keys()][0] ?? '';
const post = (path: string, cookie = `customer=${customer()}`) =>
  fetch(store + path, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: '{"day":4}',
  });
const asked = () => received[0]?.request;
const search = () => asked()?.url?.split('?')[1] ?? '';
const checked = () => checkProxyQuery(search(), ['secret'], AT);

test('the app gets the body, the rest of the path, and who it is, signed', async () => {
  const answer = await post('/apps/sixth/birthday?note=a%20b');
  expect([answer.status, await answer.json()]).toEqual([422, { ok: false }]);
  expect(asked()?.method).toBe('POST');
  expect(asked()?.url?.split('?')[0]).toBe('/proxy/birthday');
  expect(received[0]?.body).toBe('{"day":4}');
  const caller = { shopDomain: 'sixth-coffee.myshopify.com', customerId: customer(), path: '/apps/sixth' };
  expect(checked()).toEqual({ ok: true, caller });
  expect(new URLSearchParams(search()).get('note')).toBe('a b');
});

test('cookies stay behind both ways', async () => {
  const answer = await post('/apps/sixth/birthday');
  expect(asked()?.headers.cookie).toBeUndefined();
  expect(answer.headers.getSetCookie()).toEqual([]);
  expect(answer.headers.get('x-of')).toBe('app');
});

test('a visitor is nobody, and so is who only says to be somebody', async () => {
  await post(`/apps/sixth/birthday?logged_in_customer_id=${customer()}&shop=evil.myshopify.com`, '');
  const caller = { shopDomain: 'sixth-coffee.myshopify.com', customerId: null, path: '/apps/sixth' };
  expect(checked()).toEqual({ ok: true, caller });
});

test('where the merchant moved it, and nowhere else', async () => {
  shopify.firstShop.proxyPlace = { prefix: 'community', subpath: 'club' };
  await post('/community/club/birthday');
  expect(checked()).toMatchObject({ ok: true, caller: { path: '/community/club' } });
  expect((await post('/apps/sixth/birthday')).status).toBe(404);
  expect(received).toHaveLength(1);
});

const page = (liquid: string) =>
  fetch(`${store}/apps/sixth/page?${new URLSearchParams({ liquid }).toString()}`);

test('what the app answers as Liquid is rendered in the theme’s layout, with its status', async () => {
  const answer = await page('<p>{{ shop.name }}, {{ request.locale.iso_code }}</p>');
  const html = await answer.text();
  expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
  expect(html).toContain(`<p>${shopify.firstShop.name}, en</p></main>`);
  expect(html).toContain('<html lang="en">');
});

test('Liquid with an unknown tag or filter is an error', async () => {
  for (const liquid of ['{% nothing %}', '{{ shop.name | nothing }}']) {
    expect((await page(liquid)).status).toBe(500);
  }
});

test('an app that is down is an error of the shop, in HTML', async () => {
  const { tunnel } = shopify.urls;
  shopify.urls.tunnel = 'http://127.0.0.1:1';
  const answer = await post('/apps/sixth/birthday');
  expect([answer.status, answer.headers.get('content-type')]).toEqual([502, 'text/html; charset=utf-8']);
  shopify.urls.tunnel = tunnel;
});
