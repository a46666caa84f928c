// The production build, served in the test's own process: the build imports the app's modules, so pages, webhooks and
// the test share one database client and one local Shopify.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import { createHttpApp } from '#app/http-app.ts';
import { BROWSER } from './merchant.ts';

export type BuiltApp = {
  url: string;
  /** As a browser, without following redirects. */
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  stop(): Promise<void>;
};

export async function startBuiltApp(): Promise<BuiltApp> {
  const file = new URL('../../build/server/index.js', import.meta.url).pathname;
  const build = (await import(/* @vite-ignore */ file)) as ServerBuild;
  const server = createServer(createHttpApp(createRequestHandler({ build, mode: 'production' })));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    get: (path, headers = {}) =>
      fetch(url + path, { redirect: 'manual', headers: { 'user-agent': BROWSER, ...headers } }),
    stop: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
