import { afterAll, beforeAll, expect, test } from 'vitest';
import { coffeeRoaster } from '#tests/local-shopify/shop/coffee-roaster.ts';
import { CREDENTIALS } from '#tests/local-shopify/tests/in-memory.ts';
import { LocalShopify } from '#tests/local-shopify/shop/local-shopify.ts';
import { testDatabase } from '#tests/support/database.ts';
import type { TestDatabase } from '#tests/support/database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const open = () => LocalShopify.open({ ...CREDENTIALS, shops: [coffeeRoaster()], databaseUrl: database.url });

test('a second start finds orders, customers, metafields, tokens and the installation of the first', async () => {
  const first = await open();
  const shop = first.firstShop;
  const { domain } = shop;
  const [buyer, gone] = shop.setup.customers;
  if (!buyer || !gone) throw new Error('no customers');
  await first.install(domain);
  const token = await first.tokens.issue(domain, first.app.scopes, first.clock(), true);
  const variantId = shop.products[0]?.variants[0]?.id ?? '';
  const request = {
    customerId: buyer.id,
    lines: [{ variantId, quantity: 1 }],
    payment: 'paid',
    locale: 'en',
  } as const;
  const kept = await shop.placeOrder({ ...request, lines: [...request.lines] });
  const deleted = await shop.placeOrder({ ...request, lines: [...request.lines] });
  await shop.deleteOrder(deleted.id);
  await shop.deleteCustomer(gone.id);
  const { id } = await shop.addCustomer({ ...buyer, email: 'new@example.com' });
  await first.stop();

  const second = await open();
  const again = second.firstShop;
  expect(again.order(kept.id)).toEqual(kept);
  expect(again.orders.has(deleted.id)).toBe(false);
  expect([again.customers.has(gone.id), again.customers.get(id)?.email]).toEqual([false, 'new@example.com']);
  expect(second.tokens.find(domain, token.accessToken, second.clock())?.scopes).toEqual(first.app.scopes);
  expect(second.installation(domain)).toEqual(first.installation(domain));
  const next = await again.placeOrder({ ...request, lines: [...request.lines] });
  expect(next.number).toBe(deleted.number + 1);
  expect(Number(next.id)).toBeGreaterThan(Number(deleted.id));
  await second.stop();
});
