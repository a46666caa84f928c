// The signature of app proxy requests: as Shopify's own library makes and checks it.
import { createHmac } from 'node:crypto';
import { ApiVersion, LogSeverity, shopifyApi } from '@shopify/shopify-api';
import { describe, expect, test } from 'vitest';
import '@shopify/shopify-api/adapters/node';
import { checkProxyQuery } from '#app/shopify/signatures/proxy-signature.ts';
import { proxySignature } from '#tests/local-shopify/storefront/proxy-signature.ts';

const AT = new Date('2026-11-21T10:00:00Z');
const SECONDS = AT.getTime() / 1000;
const SECRETS = ['new-secret', 'old-secret'];
const VALUES = {
  shop: 'roaster.myshopify.com',
  logged_in_customer_id: '9001',
  path_prefix: '/apps/sixth',
  timestamp: String(SECONDS),
};

function query(change: Record<string, string> = {}, secret = 'new-secret'): string {
  const values = { ...VALUES, ...change };
  return new URLSearchParams({ ...values, signature: proxySignature(values, secret) }).toString();
}
const check = (search: string) => checkProxyQuery(search, SECRETS, AT);
const CALLER = { shopDomain: 'roaster.myshopify.com', customerId: '9001', path: '/apps/sixth' };

describe('what Shopify signed', () => {
  test('names shop, customer and path', () => {
    expect(check(query())).toEqual({ ok: true, caller: CALLER });
    expect(check(query({ logged_in_customer_id: '' }))).toEqual({
      ok: true,
      caller: { ...CALLER, customerId: null },
    });
  });

  test('is taken with the old secret too, while secrets rotate', () => {
    expect(check(query({}, 'old-secret')).ok).toBe(true);
    expect(check(query({}, 'another')).ok).toBe(false);
  });

  test('may hold what the page added: any letters, names told twice', () => {
    const text = [...Object.entries(VALUES).map(([name, value]) => `${name}=${value}`), 'note=a b,c&d=é'];
    const signature = createHmac('sha256', 'new-secret').update(text.sort().join('')).digest('hex');
    const search = new URLSearchParams([
      ...Object.entries(VALUES),
      ['note', 'a b'],
      ['note', 'c&d=é'],
      ['signature', signature],
    ]);
    expect(check(search.toString()).ok).toBe(true);
  });

  test('is what Shopify’s library signs and takes', async () => {
    const shopify = shopifyApi({
      apiKey: 'key',
      apiSecretKey: 'new-secret',
      apiVersion: ApiVersion.October26,
      hostName: 'sixth.example',
      isEmbeddedApp: true,
      logger: { level: LogSeverity.Error },
    });
    const values = { ...VALUES, timestamp: String(Math.floor(Date.now() / 1000)) };
    const signed = { ...values, signature: proxySignature(values, 'new-secret') };
    expect(await shopify.utils.validateHmac(signed, { signator: 'appProxy' })).toBe(true);
    expect(checkProxyQuery(new URLSearchParams(signed).toString(), SECRETS, new Date()).ok).toBe(true);
  });
});

describe('what is refused', () => {
  test.each([
    ['nothing signed', new URLSearchParams(VALUES).toString()],
    ['a changed customer', query().replace('9001', '9002')],
    ['a changed shop', query().replace('roaster', 'grinder')],
    ['something added', `${query()}&x=1`],
    ['something taken away', query().replace(/&?path_prefix=[^&]*/, '')],
    ['a signature that is none', query().replace(/signature=\w+/, 'signature=zz')],
    ['an empty signature', query().replace(/signature=\w+/, 'signature=')],
    ['two signatures', `${query()}&signature=${'0'.repeat(64)}`],
    ['nothing at all', ''],
  ])('%s: not signed', (_what, search) => {
    expect(check(search)).toEqual({ ok: false, reason: 'not-signed' });
  });

  test.each([91, -91, 3_600, 1_000_000])('%i seconds old: stale', (age) => {
    expect(check(query({ timestamp: String(SECONDS - age) }))).toEqual({ ok: false, reason: 'stale' });
  });

  test.each([0, 89, -89])('but not %i seconds old', (age) => {
    expect(check(query({ timestamp: String(SECONDS - age) })).ok).toBe(true);
  });

  test('a time that is none is stale', () => {
    for (const timestamp of ['', 'x', '1e9', `${SECONDS}.5`])
      expect(check(query({ timestamp }))).toEqual({ ok: false, reason: 'stale' });
  });

  test('a customer told twice is nobody, though both are signed: one could be the shopper’s own word', () => {
    const pairs = Object.entries(VALUES).map(([name, value]) => `${name}=${value}`);
    const text = pairs.map((pair) => (pair.startsWith('logged') ? `${pair},9002` : pair));
    const signature = createHmac('sha256', 'new-secret').update(text.sort().join('')).digest('hex');
    const search = `${pairs.join('&')}&logged_in_customer_id=9002&signature=${signature}`;
    expect(check(search)).toEqual({ ok: false, reason: 'not-shopifys' });
  });

  test.each([
    { shop: 'evil.example' },
    { shop: 'roaster.myshopify.com.evil.example' },
    { logged_in_customer_id: '9001,9002' },
    { logged_in_customer_id: '-1' },
    { logged_in_customer_id: '9223372036854775808' },
    { logged_in_customer_id: '99999999999999999999' },
    { path_prefix: 'apps/sixth' },
    { path_prefix: '//evil.example' },
    { path_prefix: '/apps/sixth/../x' },
  ])('what has not Shopify’s form: %o', (change) => {
    expect(check(query(change))).toEqual({ ok: false, reason: 'not-shopifys' });
  });
});
