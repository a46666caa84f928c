// Requests as Shopify sends them, against the app's real listener on a port of its own.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHttpApp } from '#app/http-app.ts';
import { webhookSignature } from '#tests/local-shopify/webhooks/webhook-signature.ts';

const SECRET = 'secret-of-the-tests';
export const OLD_SECRET = 'secret-before-the-rotation';
export const SHOP = 'roaster.myshopify.com';

export type Sent = {
  topic?: string;
  shop?: string;
  webhookId?: string;
  triggeredAt?: string;
  secret?: string;
  method?: string;
  headers?: Record<string, string | undefined>;
};

/** The environment that the app's configuration asks for. */
export function setEnvironment(databaseUrl: string): void {
  Object.assign(process.env, {
    DATABASE_URL: databaseUrl,
    SHOPIFY_API_KEY: 'client-id-of-the-tests',
    SHOPIFY_API_SECRET: SECRET,
    SHOPIFY_API_SECRET_OLD: OLD_SECRET,
    SHOPIFY_APP_URL: 'https://app.example.com',
  });
}

export type RunningApp = {
  url: string;
  send(path: string, body: string | Buffer, sent?: Sent): Promise<number>;
  stop(): Promise<void>;
};

export async function startApp(): Promise<RunningApp> {
  const server = createServer(createHttpApp());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    send: async (path, body, sent = {}) => (await fetch(url + path, signedRequest(body, sent))).status,
    stop: () => stopServer(server),
  };
}

let deliveries = 0;

function signedRequest(body: string | Buffer, sent: Sent): RequestInit {
  const method = sent.method ?? 'POST';
  const headers = {
    'content-type': 'application/json',
    'x-shopify-topic': sent.topic ?? 'orders/paid',
    'x-shopify-hmac-sha256': webhookSignature(body, sent.secret ?? SECRET),
    'x-shopify-shop-domain': sent.shop ?? SHOP,
    'x-shopify-webhook-id': sent.webhookId ?? `delivery-${(deliveries += 1)}`,
    'x-shopify-triggered-at': sent.triggeredAt ?? '2026-11-21T09:30:00.123456789Z',
    'x-shopify-api-version': '2026-10',
    ...sent.headers,
  };
  const given = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return {
    method,
    headers: Object.fromEntries(given),
    ...(method === 'GET' ? {} : { body: typeof body === 'string' ? body : new Uint8Array(body) }),
  };
}

async function stopServer(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
