// One shop's token, refreshed at once by processes whose clocks differ: one of them asks, and nobody needs the merchant.
import { useNewShops } from '#tests/support/use-new-shops.ts';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { closePrisma, prisma } from '#app/db/client.server.ts';
import { closePool, pool } from '#app/db/pool.server.ts';
import { callAdmin } from '#app/shopify/admin-api/admin.server.ts';
import { authenticateAdmin } from '#app/shopify/auth/app.server.ts';
import { shopInfo } from '#app/shopify/shop/shop-info.ts';
import { installShop } from '#app/usecases/shop/install-shop.ts';
import { testDatabase, type TestDatabase } from '#tests/support/database.ts';
import { openingRequest, setEnvironment } from './merchant.ts';

const HOUR_MS = 3_600_000;

const clocks = await vi.hoisted(async () => {
  const hooks = await import('node:async_hooks');
  return new hooks.AsyncLocalStorage<number>();
});
vi.mock('#app/clock.server.ts', () => ({ now: () => new Date(Date.now() + (clocks.getStore() ?? 0)) }));

const added = useNewShops();
let database: TestDatabase;
let shop: string;
let shops = 0;

beforeAll(async () => {
  database = await testDatabase();
  setEnvironment(database.url);
});

beforeEach(async () => {
  added.reset();
  shop = `shop-${(shops += 1)}.myshopify.com`;
  await added.add(shop);
  await authenticateAdmin(openingRequest(shop));
  await installShop(shop);
  const expires = new Date(Date.now() - 2 * HOUR_MS);
  await prisma().session.update({ where: { id: `offline_${shop}` }, data: { expires } });
});

afterAll(async () => {
  await closePool();
  await closePrisma();
  await database.drop();
});

const call = () => callAdmin(shop, shopInfo, {});

/** Whether the shop has a refresh token, and since when it waits for the merchant. */
async function standing() {
  const { refreshToken } = await prisma().session.findUniqueOrThrow({ where: { id: `offline_${shop}` } });
  const { needsReopenSince } = await prisma().shop.findUniqueOrThrow({ where: { domain: shop } });
  return { kept: refreshToken !== null, needsReopenSince };
}

test.each([[[0, 1, -1]], [[-1, 0, 1]], [[1, 0, -1]]])(
  'three processes whose clocks differ (%j hours) refresh one token at once, and keep it',
  async (hours) => {
    added.shopify.faults(shop).tokenMs = 150;
    const calls = hours.map((hour) => clocks.run(hour * HOUR_MS, call));
    await expect(Promise.all(calls)).resolves.toHaveLength(3);
    expect(await standing()).toEqual({ kept: true, needsReopenSince: null });
  },
);

test('whoever is refused because their lease had run out uses what the next one was given', async () => {
  added.shopify.faults(shop).tokenMs = 300;
  const grants = () => added.shopify.asked.grants.filter(({ type }) => type === 'refresh').length;
  const first = call();
  await expect.poll(grants).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 100));
  await pool().query('delete from "TokenLease"');
  const second = call();
  await expect(Promise.all([first, second])).resolves.toHaveLength(2);
  expect(grants()).toBe(2);
  expect(await standing()).toEqual({ kept: true, needsReopenSince: null });
});
