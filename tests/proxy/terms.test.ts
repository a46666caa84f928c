// GET /proxy/terms over real HTTP: the terms as Liquid for the shop's theme.
import { beforeAll, expect, test } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { card, rules } from '#tests/support/factories.ts';
import { addVersion, installedShop, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';
import { openShopPages, type ProxyRequest, type ShopPages } from './shop-pages.ts';

useDatabase();

const NASTY = '{{ shop.metafields | json }}{% raw %}<script>x</script>';
let pages: ShopPages;
let shop: TestShop;

beforeAll(async () => {
  const named = card({ title: { en: NASTY, fr: NASTY } });
  shop = await installedShop({ domain: 'roaster.myshopify.com', rules: rules({ cards: [named] }) });
  pages = await openShopPages();
  return () => pages.stop();
});

const read = (request: ProxyRequest = {}) => pages.read('terms', request);

test('C62 S-86 a visitor reads them, as Liquid that holds nothing of what the merchant typed but text', async () => {
  const { status, headers, text } = await read({ customerId: '' });
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('application/liquid; charset=utf-8');
  expect(headers.get('cache-control')).toBe('private, no-store');
  expect(text).toContain('1 point for every €1.00 spent.');
  expect(text).toContain('1 point pour 1,00');
  expect(text).toContain('&#123;&#123; shop.metafields | json &#125;&#125;&#123;% raw %&#125;&lt;script&gt;');
  expect(text.match(/\{\{/g)).toBeNull();
  expect(text.match(/\{%-? *(\w+)/g)).toEqual([
    '{%- assign',
    '{%- case',
    '{%- when',
    '{%- else',
    '{%- endcase',
  ]);
});

test('S-86 they follow a publish, and what was in force before stays with its days', async () => {
  await addVersion(shop.id, 2, rules({ earn: { points: 3, perMinor: 100 } }), '2026-11-21T12:00:00Z');
  await pool().query('update "Shop" set "publishedVersion" = 2 where id = $1', [shop.id]);
  const { text } = await read({ more: { language: 'en' } });
  expect(text).toContain('In force since 21 November 2026.');
  expect(text).toContain('<summary>Version 2 (since 21 November 2026, in force)</summary>');
  expect(text).toContain('<summary>Version 1 (on 21 November 2026)</summary>');
  expect(text).toContain('<h3>New in it</h3><ul><li>3 points for every €1.00 spent.</li>');
  expect(text).not.toContain('{%');
  expect(text).not.toContain('lang="fr"><h1');
});

test('S-86 words that were in force for longer than a day say both days', async () => {
  await addVersion(shop.id, 3, rules({ earn: { points: 4, perMinor: 100 } }), '2026-11-25T12:00:00Z');
  const { text } = await read({ more: { language: 'fr' } });
  expect(text).toContain('<summary>Version 2 (du 21 novembre 2026 au 25 novembre 2026)</summary>');
});

test('C62 a shop that isn’t there has no terms, and nobody reads them unsigned', async () => {
  const unknown = await read({ shop: 'other.myshopify.com' });
  expect([unknown.status, unknown.headers.get('content-type')]).toEqual([
    404,
    'application/liquid; charset=utf-8',
  ]);
  expect((await read({ secret: 'wrong' })).status).toBe(401);
  expect((await read({ method: 'POST' })).status).toBe(405);
});

test('a customer who asks too often waits', async () => {
  const answers = [];
  for (let count = 0; count <= 31; count += 1) answers.push((await read({ customerId: '77' })).status);
  expect(answers.filter((status) => status === 429).length).toBeGreaterThan(0);
});
