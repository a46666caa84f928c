// The settings' page and unknown addresses over real HTTP, from the production build.
import { resetShopify } from './fake-shopify.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closePrisma, prisma } from '#app/db/client.server.ts';
import { closePool } from '#app/db/pool.server.ts';
import { testDatabase, type TestDatabase } from '#tests/support/database.ts';
import { startBuiltApp, type BuiltApp } from './built-app.ts';
import { BROWSER, openingPath, sessionToken, setEnvironment } from './merchant.ts';

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
  resetShopify();
  shop = `settings-${(shops += 1)}.myshopify.com`;
  await app.get(openingPath(shop));
});

afterAll(async () => {
  await app.stop();
  await Promise.all([closePrisma(), closePool()]);
  await database.drop();
});

const DATA = '/app/settings?_data=routes%2Fapp.settings';

type Page = { saved: { leftOutTags: string[] }; revision: number };

const headersOf = (domain: string) => ({
  authorization: `Bearer ${sessionToken(domain)}`,
  'user-agent': BROWSER,
});

async function settings(domain = shop): Promise<Page> {
  return (await (await app.get(DATA, headersOf(domain))).json()) as Page;
}

async function send(body: string, headers: Record<string, string> = headersOf(shop)): Promise<Response> {
  const type = { 'content-type': 'application/json' };
  return fetch(app.url + DATA, { method: 'POST', body, headers: { ...headers, ...type } });
}

describe('the settings’ action', () => {
  test('GIVEN a form as the page sends it WHEN it is sent twice THEN the second is told of the first', async () => {
    const { saved, revision } = await settings();
    const body = JSON.stringify({ value: { ...saved, leftOutTags: ['staff'] }, revision });
    expect(await (await send(body)).json()).toEqual({ ok: true });
    expect(await (await send(body)).json()).toEqual({ ok: false, reason: 'draft-changed' });
    expect((await settings()).saved.leftOutTags).toEqual(['staff']);
  });

  test.each(['', 'no JSON', '[]', '{"value":{},"revision":"x"}'])(
    'GIVEN the body %j WHEN it is sent THEN it is refused as input, not failed',
    async (body) => {
      const answer = await send(body);
      expect(answer.status).toBe(200);
      expect(await answer.json()).toMatchObject({ ok: false, reason: 'invalid' });
    },
  );

  test('GIVEN no session WHEN the form is sent THEN it is 401 and App Bridge may try again', async () => {
    const answer = await send('{}', { authorization: 'Bearer nonsense', 'user-agent': BROWSER });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('x-shopify-retry-invalid-session-request')).toBe('1');
  });

  test('C62 GIVEN two shops WHEN one saves THEN the other’s draft is as it was', async () => {
    const other = `other-${shop}`;
    await app.get(openingPath(other));
    const { saved, revision } = await settings();
    const address = `${DATA}&shop=${other}`;
    await fetch(app.url + address, {
      method: 'POST',
      headers: { ...headersOf(shop), 'content-type': 'application/json' },
      body: JSON.stringify({ value: { ...saved, leftOutTags: ['staff'] }, revision }),
    });
    expect((await settings(other)).saved.leftOutTags).toEqual([]);
    const row = await prisma().shop.findUniqueOrThrow({ where: { domain: other } });
    expect(row.draftRevision).toBe(1);
  });
});

test.each([
  ['en', 'Page not found'],
  ['fr', 'Page introuvable'],
])('an unknown address of the app is 404 inside the frame, with the menu (%s)', async (locale, title) => {
  const answer = await app.get(openingPath(shop, { path: '/app/nothing', locale }));
  expect(answer.status).toBe(404);
  expect(answer.headers.get('content-security-policy')).toContain(`https://${shop}`);
  const html = await answer.text();
  expect(html).toContain(title);
  expect(html).toContain('<ui-nav-menu>');
});
