// What every file of route tests begins with: the built app over a database of its own, and a shop that has just opened
// it before each test. Imported before anything of the app, because of local Shopify.
import { useNewShops, type NewShops } from '#tests/support/use-new-shops.ts';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { closePrisma } from '#app/db/client.server.ts';
import { closePool } from '#app/db/pool.server.ts';
import { earnFromTheStart } from '#tests/support/earn-from-the-start.ts';
import { testDatabase, type TestDatabase } from '#tests/support/database.ts';
import { startBuiltApp, type BuiltApp } from './built-app.ts';
import { BROWSER, openingPath, sessionToken, setEnvironment } from './merchant.ts';

export type MerchantsApp = {
  shops: NewShops;
  /** Domain of this test's shop. */
  readonly shop: string;
  readonly url: string;
  get: BuiltApp['get'];
  /** As App Bridge's fetches: JSON or a text as it is, with a session token. @param token another than the shop's */
  post(path: string, body: unknown, token?: string): Promise<Response>;
  /** Installs the app in another shop. @returns its domain */
  openOther(): Promise<string>;
};

/** What such a fetch bears, for a shop of that domain. */
export const bearerOf = (domain: string) => ({
  authorization: `Bearer ${sessionToken(domain)}`,
  'user-agent': BROWSER,
});

/** @param name of the shops, so that those of two files are told apart */
export function useBuiltApp(name: string): MerchantsApp {
  const added = useNewShops();
  let [database, app]: [TestDatabase | null, BuiltApp | null] = [null, null];
  let [shop, shops] = ['', 0];
  const running = () => {
    if (!app) throw new Error('the app runs from beforeAll on');
    return app;
  };
  beforeAll(async () => {
    database = await testDatabase();
    setEnvironment(database.url);
    app = await startBuiltApp();
  });
  beforeEach(async () => {
    added.reset();
    shop = `${name}-${(shops += 1)}.myshopify.com`;
    await added.add(shop);
    await running().get(openingPath(shop));
    await earnFromTheStart(shop);
  });
  afterAll(async () => {
    await app?.stop();
    await Promise.all([closePrisma(), closePool()]);
    await database?.drop();
  });
  return {
    shops: added,
    get shop() {
      return shop;
    },
    get url() {
      return running().url;
    },
    get: (...asked) => running().get(...asked),
    post: (path, body, token = sessionToken(shop)) => postJson(running().url + path, body, token),
    openOther: async () => {
      const other = `other-${shop}`;
      await added.add(other);
      await running().get(openingPath(other));
      await earnFromTheStart(other);
      return other;
    },
  };
}

function postJson(url: string, body: unknown, token: string): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    redirect: 'manual',
    headers: { authorization: `Bearer ${token}`, 'user-agent': BROWSER, 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}
