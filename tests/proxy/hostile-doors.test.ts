// Every door of the shop's pages, tried from outside: nobody gets in by a signature that isn't theirs, by another method, or by a body
// that is none, and what is answered stays with nobody on the way.
import { createHmac, randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { PROXY_ACTIONS } from '#app/proxy/actions.ts';
import { PROXY_PAGES } from '#app/proxy/pages/pages.ts';
import { leaveProgram } from '#app/usecases/leaving/leave-program.ts';
import { order } from '#tests/support/factories.ts';
import { balance, installedShop, tellAndApply, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';
import { proxySignature } from '#tests/local-shopify/storefront/proxy-signature.ts';
import { openShopPages, type ShopPages } from './shop-pages.ts';

useDatabase();

const DOMAIN = 'roaster.myshopify.com';
const OTHER = 'other-roaster.myshopify.com';
const ACTIONS = PROXY_ACTIONS.map(({ path }) => path);
const PAGES = PROXY_PAGES.map(({ path }) => path);
const SECRET = 'test-secret';
let pages: ShopPages;
let shop: TestShop;
let other: TestShop;

beforeAll(async () => {
  shop = await installedShop({ domain: DOMAIN });
  other = await installedShop({ domain: OTHER });
  await tellAndApply(shop, order({ customerId: '9001', name: '#9001' }));
  await tellAndApply(other, order({ customerId: '9001', name: '#9002' }));
  pages = await openShopPages();
  return () => pages.stop();
});

const values = (change: Record<string, string> = {}) => ({
  shop: DOMAIN,
  logged_in_customer_id: '9001',
  path_prefix: '/apps/sixth',
  timestamp: String(Math.floor(Date.now() / 1000)),
  ...change,
});
const signed = (change: Record<string, string> = {}) => {
  const all = values(change);
  return new URLSearchParams({ ...all, signature: proxySignature(all, SECRET) });
};

/** What any of the doors may be sent; each takes what it knows. */
const BODY = { language: 'en', requestKey: randomUUID(), order: '#9001', day: 1, month: 2, rewardKey: 'x' };

async function knock(path: string, query: URLSearchParams | string, init: RequestInit = {}) {
  const isPage = PAGES.includes(path);
  const sent: RequestInit = isPage
    ? { method: 'GET' }
    : {
        method: 'POST',
        body: JSON.stringify({ ...BODY, requestKey: randomUUID() }),
        headers: { 'content-type': 'application/json' },
      };
  const answer = await fetch(`${pages.url}${path}?${query.toString()}`, { ...sent, ...init });
  const { status, headers } = answer;
  return { status, headers, text: await answer.text() };
}

type Forged = [string, () => string];
const swapped = (from: string, to: string) => signed().toString().replace(from, to);
const FORGED: Forged[] = [
  ['without a signature', () => new URLSearchParams(values()).toString()],
  ['with an empty one', () => `${new URLSearchParams(values()).toString()}&signature=`],
  [
    'with that of another secret',
    () =>
      signed()
        .toString()
        .replace(/signature=..../, 'signature=0000'),
  ],
  [
    'in capitals',
    () =>
      signed()
        .toString()
        .replace(/signature=(.*)/, (all) => all.toUpperCase()),
  ],
  ['with two', () => `${signed().toString()}&signature=${signed().get('signature') ?? ''}`],
  [
    'of another shop’s page',
    () => new URLSearchParams({ ...Object.fromEntries(signed({ shop: OTHER })), shop: DOMAIN }).toString(),
  ],
  ['with another customer put in', () => swapped('logged_in_customer_id=9001', 'logged_in_customer_id=9002')],
  ['with another customer beside', () => `${signed().toString()}&logged_in_customer_id=9002`],
  [
    'with a customer put behind one who isn’t signed in',
    () => `${signed({ logged_in_customer_id: '' }).toString()}&logged_in_customer_id=9001`,
  ],
  ['with the customer taken off', () => swapped('&logged_in_customer_id=9001', '')],
  ['of two minutes ago', () => signed({ timestamp: String(Math.floor(Date.now() / 1000) - 120) }).toString()],
  [
    'of two minutes to come',
    () => signed({ timestamp: String(Math.floor(Date.now() / 1000) + 120) }).toString(),
  ],
  ['of no time', () => signed({ timestamp: 'NaN' }).toString()],
  ['for a shop that is none', () => signed({ shop: 'roaster.myshopify.com.evil.example' }).toString()],
  ['for a customer who is none', () => signed({ logged_in_customer_id: '9001 or 1=1' }).toString()],
  ['with a field on its own', () => `${signed().toString()}&order=%239001`],
  [
    'as Shopify signs webhooks',
    () => {
      const text = new URLSearchParams(values()).toString();
      return `${text}&signature=${createHmac('sha256', SECRET).update(text).digest('hex')}`;
    },
  ],
];

describe('C62 a signature', () => {
  test.each(FORGED)('%s opens no door', async (_, query) => {
    const before = [await balance(shop, '9001'), await balance(other, '9001')];
    for (const path of [...ACTIONS, ...PAGES]) {
      const { status, text, headers } = await knock(path, query());
      expect([path, status]).toEqual([path, 401]);
      expect(text).not.toMatch(/9001|points/);
      expect(headers.get('cache-control')).toBe('private, no-store');
    }
    expect([await balance(shop, '9001'), await balance(other, '9001')]).toEqual(before);
  });

  test('of the shopper’s own fields is Shopify’s, and says nothing about whose they are', async () => {
    const more = { order: '#9002', shop_id: OTHER, customerId: '9002', 'logged_in_customer_id[]': '9002' };
    const { status, text } = await knock(
      '/proxy/order-answer',
      signed({ ...more, logged_in_customer_id: '77' }),
    );
    expect(status).toBe(200);
    expect(text).toContain('We can’t find this order');
  });
});

describe('another method', () => {
  test.each(ACTIONS)('%s takes nothing but POST', async (path) => {
    for (const method of ['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      const { status, headers, text } = await knock(path, signed(), { method, body: null });
      expect([method, status, headers.get('allow')]).toEqual([method, 405, 'POST']);
      expect(text).not.toContain('9001');
    }
    const head = await knock(path, signed(), { method: 'HEAD', body: null });
    expect([head.status, head.text]).toEqual([405, '']);
  });

  test.each(PAGES)('%s takes nothing but GET', async (path) => {
    for (const method of ['POST', 'PUT', 'DELETE', 'HEAD'])
      expect((await knock(path, signed(), { method })).status).toBe(405);
  });

  test.each([
    '/proxy/order-answer/',
    '/proxy/ORDER-ANSWER',
    '/proxy/%6Cea%76e',
    '/proxy/leave;x',
    '/proxy/terms.json',
    '/proxy/',
  ])('%s is no door', async (path) => {
    for (const method of ['GET', 'POST'])
      expect((await knock(path, signed(), { method, ...(method === 'GET' && { body: null }) })).status).toBe(
        404,
      );
  });
});

describe('a body', () => {
  const TYPES = [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    '',
  ];
  test.each(TYPES)('that a form of another page can send (%s) does nothing', async (type) => {
    const isForm = type === 'application/x-www-form-urlencoded';
    for (const { path, plain } of PROXY_ACTIONS) {
      const { status, headers } = await knock(path, signed(), { headers: { 'content-type': type } });
      // A plain form is answered in the theme: at most with a question.
      if (isForm && plain) expect(headers.get('content-type')).toMatch(/^application\/liquid/);
      else expect([path, status]).toEqual([path, 415]);
    }
    await pool().query('delete from "ProxyAction"');
    expect((await balance(shop, '9001')).points).toBeGreaterThan(0);
  });

  const BODIES = [
    '',
    'null',
    '[]',
    '"#9001"',
    '1042',
    '{',
    '{"order":{"toString":"x"},"requestKey":{}}',
    '{"__proto__":{"order":"#9001","requestKey":"00000000-0000-4000-8000-000000000000"}}',
    '{"order":null,"requestKey":null}',
    '\ufeff{"order":"#9001"}',
    '[['.repeat(900),
  ];
  test.each(BODIES)('%s isn’t read', async (body) => {
    for (const path of ACTIONS.filter((each) => each !== '/proxy/history')) {
      const { status, headers } = await knock(path, signed({ logged_in_customer_id: '78' }), { body });
      expect([path, status]).toEqual([path, 400]);
      expect(headers.get('cache-control')).toBe('private, no-store');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
    await pool().query('delete from "ProxyAction"');
  });

  test('of ten thousand signs is refused before it is read', async () => {
    for (const path of ACTIONS) {
      const body = JSON.stringify({ ...BODY, order: '#'.repeat(10_000) });
      expect((await knock(path, signed(), { body })).status).toBe(413);
    }
  });
});

test('C62 somebody else’s order is answered sign by sign as one that isn’t there', async () => {
  const theirs = await knock('/proxy/order-answer', signed({ logged_in_customer_id: '9009' }));
  const none = await knock('/proxy/order-answer', signed({ logged_in_customer_id: '9009' }), {
    body: JSON.stringify({ ...BODY, order: '#555' }),
  });
  expect([theirs.status, theirs.text]).toEqual([none.status, none.text]);
});

test('who asks too often is asked to wait, by every door alike', async () => {
  const customerId = '88001';
  // What can't be read isn't counted: it costs nothing.
  const doors = ['/proxy/order-answer', '/proxy/history', '/proxy/leave', '/proxy/return', ...PAGES];
  const statuses: number[] = [];
  for (let nr = 0; nr < 34; nr += 1)
    statuses.push(
      (await knock(doors[nr % doors.length] ?? '', signed({ logged_in_customer_id: customerId }))).status,
    );
  expect(statuses.slice(0, 30)).not.toContain(429);
  expect(statuses.slice(30)).toEqual([429, 429, 429, 429]);
});

describe('what an order or a card is called', () => {
  const NASTY = '<img src=x onerror=alert(1)>{{ shop.email }}{% raw %}';

  test('is told as it is, as data that no browser reads as a page', async () => {
    await tellAndApply(shop, order({ customerId: '9010', name: NASTY.slice(0, 50) }));
    const { headers, text } = await knock('/proxy/order-answer', signed({ logged_in_customer_id: '9010' }), {
      body: JSON.stringify({ ...BODY, order: NASTY.slice(0, 50) }),
    });
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect((JSON.parse(text) as { message: string }).message).toContain(
      `Order ${NASTY.slice(0, 50)} gave you`,
    );
  });

  test.each(PAGES)('%s is asked for in no language of the attacker’s', async (path) => {
    for (const language of [NASTY, "en'%}{{ shop.email }}", '__proto__', 'constructor', 'EN', 'en,fr'])
      for (const upto of [NASTY, '-1', '9e99', '{{1}}']) {
        const { status, text } = await knock(path, signed({ language, upto, logged_in_customer_id: '' }));
        expect(status).toBe(200);
        expect(text).not.toContain('onerror');
        expect(text.match(/\{\{(?! shop\.email \| escape \}\})/g)).toBeNull();
      }
  });

  test('a path of another prefix is no address of ours', async () => {
    for (const path_prefix of ['/apps/x"onload=', '//evil.example/x', '/apps/sixth/../x', '/apps/{{x}}'])
      expect((await knock('/proxy/terms', signed({ path_prefix }))).status).toBe(401);
  });
});

test('C03 a door that somebody left by isn’t opened by the same request again', async () => {
  const requestKey = randomUUID();
  const body = JSON.stringify({ language: 'en', requestKey });
  await leaveProgram(shop.id, '9001', randomUUID());
  for (const path of ['/proxy/return', '/proxy/leave', '/proxy/return'])
    expect((await knock(path, signed(), { body })).status).toBe(200);
  const { rows } = await pool().query<{ left: boolean }>(
    `select "leftAt" is not null as left from "Member" where "shopId" = $1 and "customerId" = 9001`,
    [shop.id],
  );
  // The key is one errand's: whoever sends it for another one changes nothing.
  expect(rows).toEqual([{ left: false }]);
});
