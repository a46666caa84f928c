// Starts the stand-in: storefront, Shopify's admin with its Admin API, and the tunnel to the app.
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import express from 'express';
import { bulkFiles } from './admin-api/bulk-files.ts';
import { adminApiRouter } from './admin-api/router.ts';
import { adminRouter } from './admin/router.ts';
import { deskRouter } from './desk/router.ts';
import { LocalShopify } from './shop/local-shopify.ts';
import type { LocalShopifyOptions, Urls } from './shop/local-shopify.ts';
import { storefrontRouter } from './storefront/router.ts';
import { themeEditorRouter } from './theme-editor/router.ts';
import { tunnel } from './admin/tunnel.ts';

export type Ports = { storefront: number; admin: number; tunnel: number };

export type StartOptions = LocalShopifyOptions & {
  /** Any free ones when absent. */
  ports?: Ports;
  /** Where the app listens; null while it doesn't. */
  appTarget: () => string | null;
};

export type Started = { shopify: LocalShopify; urls: Urls; stop(): Promise<void> };

const HOST = '127.0.0.1';
const FREE: Ports = { storefront: 0, admin: 0, tunnel: 0 };

function listen(listener: RequestListener, port: number): Promise<Server> {
  const server = createServer(listener);
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new Error(`port ${port} is in use`) : error);
    });
    server.listen(port, HOST, () => resolve(server));
  });
}

function addressOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port');
  return `http://${HOST}:${address.port}`;
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
  });
}

function adminSite(shopify: LocalShopify): express.Express {
  return express()
    .disable('x-powered-by')
    .use(
      bulkFiles(shopify),
      adminApiRouter(shopify),
      deskRouter(shopify),
      themeEditorRouter(shopify),
      adminRouter(shopify),
    );
}

/** Opens all three, or none: a port that is taken closes those already open. */
async function openAll(listeners: [RequestListener, number][]): Promise<Server[]> {
  const opened = await Promise.allSettled(listeners.map(([listener, port]) => listen(listener, port)));
  const servers = opened.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const refused = opened.find((one) => one.status === 'rejected');
  if (!refused) return servers;
  await Promise.all(servers.map(close));
  throw refused.reason;
}

/** Throws "port … is in use" when one of the ports is taken. */
export async function startLocalShopify(options: StartOptions): Promise<Started> {
  const shopify = await LocalShopify.open(options);
  const ports = options.ports ?? FREE;
  const { appTarget } = options;
  try {
    const servers = await openAll([
      [express().disable('x-powered-by').use(storefrontRouter(shopify)), ports.storefront],
      [adminSite(shopify), ports.admin],
      [tunnel({ appTarget, adminOrigin: () => shopify.urls.admin }), ports.tunnel],
    ]);
    const [storefront = '', admin = '', outside = ''] = servers.map(addressOf);
    shopify.urls = { storefront, admin, tunnel: outside };
    const stop = async () => {
      await shopify.stop();
      await Promise.all(servers.map(close));
    };
    return { shopify, urls: shopify.urls, stop };
  } catch (error) {
    await shopify.stop();
    throw error;
  }
}
