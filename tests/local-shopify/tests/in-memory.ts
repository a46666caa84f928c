// The stand-in for tests: one shop in memory, its Admin API on a free port, and an app that only listens.
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, RequestListener, Server } from 'node:http';
import { text } from 'node:stream/consumers';
import express from 'express';
import { adminApiRouter } from '#tests/local-shopify/admin-api/router.ts';
import { coffeeRoaster } from '#tests/local-shopify/shop/coffee-roaster.ts';
import { LocalShopify } from '#tests/local-shopify/shop/local-shopify.ts';
import type { LocalShopifyOptions } from '#tests/local-shopify/shop/local-shopify.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';

export const CREDENTIALS = { apiKey: 'test-key', apiSecret: 'test-secret' };

export type Received = { path: string; headers: IncomingHttpHeaders; body: string };

export type InMemory = {
  shopify: LocalShopify;
  shop: LocalShop;
  /** Stands for https://<shop>. */
  shopUrl: string;
  /** Webhooks as they arrived. */
  received: Received[];
  /** The app's next answers; 200 once they are used up. */
  answers: number[];
  /** An offline token of the installed app. */
  token: string;
  admin(query: string, variables?: object, token?: string): Promise<{ status: number; body: AdminBody }>;
  stop(): Promise<void>;
};

export type AdminBody = {
  data?: Record<string, unknown> | null;
  errors?: { message: string; extensions?: { code?: string } }[];
  extensions?: {
    cost: { requestedQueryCost: number; actualQueryCost: number | null; throttleStatus: object };
  };
};

async function listen(listener: RequestListener): Promise<{ server: Server; url: string }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { server, url: `http://127.0.0.1:${address.port}` };
}

function listeningApp(received: Received[], answers: number[]): RequestListener {
  return (request, response) => {
    text(request).then(
      (body) => {
        received.push({ path: request.url ?? '', headers: request.headers, body });
        response.writeHead(answers.shift() ?? 200).end();
      },
      () => response.destroy(),
    );
  };
}

export async function inMemory(options: Partial<LocalShopifyOptions> = {}): Promise<InMemory> {
  const shopify = await LocalShopify.open({
    ...CREDENTIALS,
    shops: [coffeeRoaster()],
    retriesMs: [],
    ...options,
  });
  const shop = shopify.firstShop;
  const received: Received[] = [];
  const answers: number[] = [];
  const app = await listen(listeningApp(received, answers));
  const api = await listen(express().use(adminApiRouter(shopify)));
  shopify.urls = { storefront: '', admin: api.url, tunnel: app.url };
  const shopUrl = `${api.url}/_shop/${shop.domain}`;
  await shopify.install(shop.domain);
  const { accessToken: token } = await shopify.tokens.issue(
    shop.domain,
    shopify.app.scopes,
    shopify.clock(),
    true,
  );
  const admin: InMemory['admin'] = async (query, variables = {}, asToken = token) => {
    const response = await fetch(`${shopUrl}/admin/api/2026-10/graphql.json`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Shopify-Access-Token': asToken },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, body: (await response.json()) as AdminBody };
  };
  const stop = async () => {
    await shopify.stop();
    for (const { server } of [app, api]) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  };
  return { shopify, shop, shopUrl, received, answers, token, admin, stop };
}
