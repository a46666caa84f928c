import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { APP_BRIDGE_PATH } from '#tests/local-shopify/admin/rewrite.ts';
import { coffeeRoaster } from '#tests/local-shopify/shop/coffee-roaster.ts';
import { CREDENTIALS } from './in-memory.ts';
import { startLocalShopify } from '#tests/local-shopify/start.ts';
import type { Started } from '#tests/local-shopify/start.ts';

let app: Server;
let target: string | null;
let started: Started;

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.url === '/page') {
    const policy = 'frame-ancestors https://admin.shopify.com;';
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
    });
    response.end('<script src="https://cdn.shopify.com/shopifycloud/app-bridge.js"></script>é');
    return;
  }
  const body = await text(request);
  const { host, 'x-forwarded-host': forwarded, 'x-forwarded-proto': proto } = request.headers;
  response.writeHead(418, { 'content-type': 'application/json', 'set-cookie': ['a=1', 'b=2'] });
  response.end(JSON.stringify({ url: request.url, method: request.method, body, host, forwarded, proto }));
}

beforeEach(async () => {
  app = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve));
  target = `http://127.0.0.1:${portOf(app)}`;
  started = await startLocalShopify({
    ...CREDENTIALS,
    shops: [coffeeRoaster()],
    retriesMs: [],
    appTarget: () => target,
  });
});

afterEach(async () => {
  await started.stop();
  app.closeAllConnections();
  await new Promise((resolve) => app.close(resolve));
});

test('the tunnel passes method, path, body, status and headers on, and says where it was asked', async () => {
  const { tunnel } = started.urls;
  const response = await fetch(`${tunnel}/proxy/x?y=1`, { method: 'POST', body: 'hello' });
  expect(response.status).toBe(418);
  expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  const host = new URL(tunnel).host;
  expect(await response.json()).toEqual({
    url: '/proxy/x?y=1',
    method: 'POST',
    body: 'hello',
    host,
    forwarded: host,
    proto: 'http',
  });
});

test('documents load App Bridge from the tunnel, and the local admin may frame them', async () => {
  const response = await fetch(`${started.urls.tunnel}/page`);
  expect(await response.text()).toBe(`<script src="${APP_BRIDGE_PATH}"></script>é`);
  expect(response.headers.get('content-security-policy')).toContain(started.urls.admin);
  const script = await fetch(`${started.urls.tunnel}${APP_BRIDGE_PATH}`);
  expect(script.headers.get('content-type')).toContain('text/javascript');
});

test('an app that is down, or not yet up, is a 502 of one line', async () => {
  target = null;
  const early = await fetch(`${started.urls.tunnel}/`);
  expect([early.status, await early.text()]).toEqual([
    502,
    'The app does not answer: it has not started yet\n',
  ]);
  target = 'http://127.0.0.1:9';
  const down = await fetch(`${started.urls.tunnel}/`);
  expect([down.status, (await down.text()).split('\n').length]).toEqual([502, 2]);
});

test('storefront, orders desk and admin answer, and the picture of a product is an SVG', async () => {
  const { storefront, admin } = started.urls;
  const [product] = started.shopify.firstShop.products;
  for (const url of [storefront, `${admin}/orders`, `${admin}/admin`])
    expect((await fetch(url)).status).toBe(200);
  const picture = await fetch(`${storefront}/pictures/${product?.id ?? ''}.svg`);
  expect(picture.headers.get('content-type')).toContain('image/svg+xml');
});

test('a port that is taken is named, and the other ports are given back', async () => {
  const taken = portOf(app);
  const options = { ...CREDENTIALS, shops: [coffeeRoaster()], appTarget: () => null };
  const free = createServer();
  await new Promise<void>((resolve) => free.listen(0, '127.0.0.1', resolve));
  const other = portOf(free);
  await new Promise((resolve) => free.close(resolve));
  const ports = { storefront: other, admin: taken, tunnel: 0 };
  await expect(startLocalShopify({ ...options, ports })).rejects.toThrow(`port ${taken} is in use`);
  await expect(fetch(`http://127.0.0.1:${other}`)).rejects.toThrow();
});
