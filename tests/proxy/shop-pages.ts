// Requests as the shop's pages send them through Shopify, against the app's real listener on a port of its own.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHttpApp } from '#app/http-app.ts';
import { proxySignature } from '#tests/local-shopify/storefront/proxy-signature.ts';

const SECRET = 'test-secret';

export type ProxyRequest = {
  shop?: string;
  /** Empty: nobody is signed in. */
  customerId?: string;
  pathPrefix?: string;
  /** Seconds since 1970. */
  timestamp?: number;
  secret?: string;
  method?: string;
  action?: string;
  contentType?: string;
  /** Added after signing. */
  unsigned?: string;
  /** Of the shopper's own address, which Shopify signs with the rest. */
  more?: Record<string, string>;
};

export type Answered = {
  status: number;
  headers: Headers;
  body: { ok: boolean; message: string; field?: string };
};

function signedQuery(request: ProxyRequest = {}): URLSearchParams {
  const values = {
    shop: request.shop ?? 'roaster.myshopify.com',
    logged_in_customer_id: request.customerId ?? '9001',
    path_prefix: request.pathPrefix ?? '/apps/sixth',
    timestamp: String(request.timestamp ?? Math.floor(Date.now() / 1000)),
    ...request.more,
  };
  return new URLSearchParams({ ...values, signature: proxySignature(values, request.secret ?? SECRET) });
}

/** In their order; a name may be there twice. */
export type Fields = Record<string, string> | readonly (readonly [string, string])[];

export type ShopPages = {
  url: string;
  send(body: unknown, request?: ProxyRequest): Promise<Answered>;
  /** A form as a browser without script sends it. */
  sendForm(
    fields: Fields,
    request?: ProxyRequest,
  ): Promise<{ status: number; headers: Headers; text: string }>;
  /** A page of ours, as the shop's theme gets it. */
  read(page: string, request?: ProxyRequest): Promise<{ status: number; headers: Headers; text: string }>;
  stop(): Promise<void>;
};

export async function openShopPages(): Promise<ShopPages> {
  const server = createServer(createHttpApp());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const readPage: ShopPages['read'] = async (page, request = {}) => {
    return open(`${url}/proxy/${page}?${signedQuery(request).toString()}`, request.method ?? 'GET');
  };
  const sendForm: ShopPages['sendForm'] = async (fields, request = {}) => {
    const body = new URLSearchParams(Array.isArray(fields) ? fields : Object.entries(fields));
    const address = `${url}/proxy/${request.action ?? 'birthday'}?${signedQuery(request).toString()}`;
    const response = await fetch(address, { method: 'POST', body });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url, send: (body, request = {}) => send(url, body, request), sendForm, read: readPage, stop };
}

async function open(url: string, method: string) {
  const response = await fetch(url, { method });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

async function send(url: string, body: unknown, request: ProxyRequest): Promise<Answered> {
  const { method = 'POST', action = 'birthday', unsigned = '' } = request;
  const contentType = request.contentType ?? 'application/json';
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(`${url}/proxy/${action}?${signedQuery(request).toString()}${unsigned}`, {
    method,
    headers: { 'content-type': contentType },
    ...(method === 'GET' ? {} : { body: text }),
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Answered['body'],
  };
}

/** The fields of the form on a page of ours. */
export function hiddenFields(html: string): Record<string, string> {
  const fields = html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g);
  return Object.fromEntries([...fields].map(([, name = '', value = '']) => [name, value]));
}
