// The embedded page over real HTTP, from the production build (`npm run build`).
import { useNewShops } from '#tests/support/use-new-shops.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closePrisma, prisma } from '#app/db/client.server.ts';
import { closePool } from '#app/db/pool.server.ts';
import { testDatabase, type TestDatabase } from '#tests/support/database.ts';
import { earnFromTheStart } from '#tests/support/earn-from-the-start.ts';
import { line, order } from '#tests/support/factories.ts';
import { tellAndApply } from '#tests/support/shops.ts';
import { startBuiltApp, type BuiltApp } from './built-app.ts';
import { KEYS, openingPath, sessionToken, setEnvironment } from './merchant.ts';

const added = useNewShops();
let database: TestDatabase;
let app: BuiltApp;
let shop: string;
let shops = 0;

beforeAll(async () => {
  database = await testDatabase();
  setEnvironment(database.url);
  app = await startBuiltApp();
});

beforeEach(async () => {
  added.reset();
  shop = `shop-${(shops += 1)}.myshopify.com`;
  await added.add(shop);
});

afterAll(async () => {
  await app.stop();
  await Promise.all([closePrisma(), closePool()]);
  await database.drop();
});

/** Text as people read it: no-break spaces are spaces. */
const textOf = async (response: Response) => (await response.text()).replaceAll(/[\u00a0\u202f]/g, ' ');

describe('the app opened in the admin', () => {
  test("Shopify's address of the app leads to the page, with everything that it carries", async () => {
    const response = await app.get(openingPath(shop, { path: '/' }));
    expect(response.status).toBe(302);
    const location = new URL(response.headers.get('location') ?? '', app.url);
    expect(location.pathname).toBe('/app');
    expect([...location.searchParams.keys()]).toEqual(['shop', 'host', 'embedded', 'locale', 'id_token']);
  });

  test('the first open shows the rule in one sentence', async () => {
    const response = await app.get(openingPath(shop));
    expect(response.status).toBe(200);
    const html = await textOf(response);
    expect(html).toContain('1 point for every €1.00 spent.');
    expect(html).toContain(shop);
    expect(html).toContain('Your figures start with the first order');
    expect(html).toContain('<html lang="en">');
  });

  test('five parallel first opens install the shop once', async () => {
    const opened = await Promise.all(Array.from({ length: 5 }, () => app.get(openingPath(shop))));
    expect(opened.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(added.shopify.asked.grants).toHaveLength(1);
    expect(await prisma().programVersion.count({ where: { shop: { domain: shop } } })).toBe(1);
  });

  test('in French', async () => {
    const html = await textOf(await app.get(openingPath(shop, { locale: 'fr-CA' })));
    expect(html).toContain('1 point pour 1,00 € d’achat.');
    expect(html).toContain('<html lang="fr">');
  });

  test('in English where the locale is one that we do not speak', async () => {
    expect(await textOf(await app.get(openingPath(shop, { locale: 'ja' })))).toContain('Setup guide');
  });

  test('App Bridge is the first script, and only there once', async () => {
    const html = await textOf(await app.get(openingPath(shop)));
    const scripts = [...html.matchAll(/<script[^>]*>/g)].map(([tag]) => tag);
    expect(scripts[0]).toContain('https://cdn.shopify.com/shopifycloud/app-bridge.js');
    expect(scripts[0]).toContain(`data-api-key="${KEYS.apiKey}"`);
    expect(scripts.filter((tag) => tag.includes('app-bridge'))).toHaveLength(1);
  });

  test('only this shop and its admin may frame the page, and nobody keeps it', async () => {
    const { headers } = await app.get(openingPath(shop));
    expect(headers.get('content-security-policy')).toContain(
      `frame-ancestors https://${shop} https://admin.shopify.com`,
    );
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('strict-origin');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('what orders gave is counted', async () => {
    await app.get(openingPath(shop));
    await earnFromTheStart(shop);
    const { id } = await prisma().shop.findUniqueOrThrow({ where: { domain: shop } });
    // Within today's figures, and not before the program's first second.
    const processedAt = `${new Date(Date.now() + 1_000).toISOString().slice(0, 19)}Z`;
    const lines = [line({ priceMinor: 123_400 })];
    await tellAndApply({ id, domain: shop }, order({ processedAt, updatedAt: processedAt, lines }));
    const html = await textOf(await app.get(openingPath(shop)));
    expect(html).toContain('0 of 1 member came back');
    expect(html).toContain('"given":1234');
    expect(html).not.toContain('Your figures start');
  });

  test("C62 the page is the token's shop's, whatever shop the address names", async () => {
    const token = sessionToken(shop);
    const html = await textOf(await app.get(openingPath('victim.myshopify.com', { token })));
    expect(html).toContain(shop);
    expect(await prisma().shop.count({ where: { domain: 'victim.myshopify.com' } })).toBe(0);
  });

  test('while Shopify is away the page says so, and the next visit installs', async () => {
    added.shopify.faults(shop).script = () => ({ status: 503, body: {} });
    const response = await app.get(openingPath(shop));
    expect(response.status).toBe(503);
    expect(await textOf(response)).toContain('Shopify is not answering right now.');
    added.shopify.faults(shop).clear();
    expect((await app.get(openingPath(shop))).status).toBe(200);
  });

  test('a fetch of the page with the token in its header is answered', async () => {
    const headers = { authorization: `Bearer ${sessionToken(shop)}` };
    const response = await app.get('/app?index&_data=routes%2Fapp._index', headers);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ shop });
  });
});

describe('without a good session token', () => {
  test('a document goes over the bounce page, which fetches one', async () => {
    const response = await app.get(openingPath(shop, { token: null }));
    expect(response.status).toBe(302);
    const bounce = response.headers.get('location') ?? '';
    expect(bounce).toMatch(/^\/auth\/session-token\?.*shopify-reload=/);
    const page = await app.get(bounce);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain(`https://${shop}`);
    expect(await page.text()).toContain('app-bridge.js');
  });

  test('a fetch is 401, and App Bridge is asked to try again', async () => {
    const headers = { authorization: 'Bearer nonsense' };
    const response = await app.get('/app?index&_data=routes%2Fapp._index', headers);
    expect(response.status).toBe(401);
    expect(response.headers.get('x-shopify-retry-invalid-session-request')).toBe('1');
  });

  test('a visitor from nowhere is told where to open the app, and asked for nothing', async () => {
    const response = await app.get('/');
    const next = await app.get(response.headers.get('location') ?? '');
    expect(next.headers.get('location')).toBe('/auth/login');
    const page = await app.get('/auth/login');
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    const html = await page.text();
    expect(html).toContain('Open Sixth from your Shopify admin');
    expect(html).toContain('Ouvrez Sixth depuis votre interface Shopify');
    expect(html).not.toMatch(/<form|<input/);
  });

  test('nothing is installed', async () => {
    await app.get(openingPath(shop, { token: sessionToken(shop, {}, 'somebody else') }));
    expect(added.shopify.asked.grants).toEqual([]);
    expect(await prisma().shop.count({ where: { domain: shop } })).toBe(0);
  });
});

test('a form that is too big is refused before it is read', async () => {
  const body = 'x'.repeat(1024 * 1024 + 1);
  expect((await fetch(`${app.url}/app`, { method: 'POST', body })).status).toBe(413);
});

test('assets of the build may be kept for good, unknown pages are 404', async () => {
  const html = await (await app.get(openingPath(shop))).text();
  const asset = /\/assets\/entry\.client-[\w-]+\.js/.exec(html)?.[0] ?? '';
  expect((await app.get(asset)).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect((await app.get('/nothing/here')).status).toBe(404);
});
