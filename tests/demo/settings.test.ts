import { expect, test } from 'vitest';
import { demoSettings } from './settings.ts';

test('the demo runs without a single variable', () => {
  const settings = demoSettings({});
  expect(settings.ports).toEqual({ storefront: 4000, admin: 4001, tunnel: 4002 });
  expect(settings).toMatchObject({ shop: 'sixth-coffee.myshopify.com', databaseUrl: null });
});

test('what the environment says comes first, and nothing said is said nothing', () => {
  const settings = demoSettings({ PORT: '5000', SHOP: 'mine.myshopify.com', DATABASE_URL: '' });
  expect(settings).toMatchObject({
    ports: { storefront: 5000 },
    shop: 'mine.myshopify.com',
    databaseUrl: null,
  });
});

test('each database has a folder, and with it a clock and a key, of its own', () => {
  const own = demoSettings({}).folder;
  const [one, other] = ['postgresql://a', 'postgresql://b'].map(
    (url) => demoSettings({ DATABASE_URL: url }).folder,
  );
  expect(new Set([own, one, other]).size).toBe(3);
  expect(demoSettings({ DATABASE_URL: 'postgresql://a' }).folder).toBe(one);
});

test.each(['0', 'http', '65534', '4000.5'])('PORT=%s is refused in one line', (PORT) => {
  expect(() => demoSettings({ PORT })).toThrow(/^PORT must be .*$/);
});

test('names are granted unless the environment refuses them, as Shopify may', () => {
  expect(demoSettings({}).namesGranted).toBe(true);
  expect(demoSettings({ NAMES: 'refused' }).namesGranted).toBe(false);
  expect(() => demoSettings({ NAMES: 'no' })).toThrow(/^NAMES must be .*$/);
});

test('a SHOP that is no store of Shopify is refused in one line', () => {
  expect(() => demoSettings({ SHOP: 'example.com' })).toThrow(/^SHOP must be .*$/);
});
