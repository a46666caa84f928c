// How many orders the shop has from before its program: asked once, and offered in the guide until past orders were asked for.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { beforeEach, expect, it } from 'vitest';
import { readGuide } from '#app/db/figures/home.server.ts';
import { beginPastOrders } from '#app/db/past-orders/past-orders.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { countOrdersBefore } from '#app/usecases/past-orders/count-orders-before.ts';

const local = useLocalShopify(4);
let nextShop = 0;
let shop: InstalledShop;

const offered = async () => (await readGuide(pool(), shop.id)).ordersBefore;

beforeEach(async () => {
  shop = await local.install(nextShop++);
  local.shopify().throttle(shop.domain).configure(1_000_000);
  const [customerId] = shop.local.customers.keys();
  const { variants } = shop.local.products.find(({ giftCard }) => !giftCard)!;
  const lines = [{ variantId: variants[0]!.id, quantity: 1 }];
  const { id } = await shop.local.placeOrder({
    customerId: customerId!,
    lines,
    payment: 'paid',
    locale: 'en',
  });
  const long = shop.local.orders.get(id)!;
  for (const order of shop.local.orders.values())
    Object.assign(order, { processedAt: '2026-11-01T10:00:00Z', updatedAt: '2026-11-01T10:00:00Z' });
  Object.assign(long, { processedAt: '2026-10-30T10:00:00Z' });
  return () => local.shopify().faults(shop.domain).clear();
});

it('C133 are counted once, and offered until they are asked for', async () => {
  expect(await offered()).toBe(0);
  await countOrdersBefore(shop.id);
  expect(await offered()).toBe(shop.local.orders.size);
  shop.local.orders.clear();
  await countOrdersBefore(shop.id);
  expect(await offered()).toBeGreaterThan(0);
  await beginPastOrders(pool(), shop.id, { sinceDay: null, askedBy: '42', at: new Date() });
  expect(await offered()).toBe(0);
});

it('C133 where Shopify won’t count, none is offered, and it isn’t asked again', async () => {
  local.shopify().faults(shop.domain).script = ({ operation }) =>
    operation === 'OrdersBefore'
      ? { status: 200, body: { errors: [{ message: 'no', extensions: { code: 'ACCESS_DENIED' } }] } }
      : null;
  await countOrdersBefore(shop.id);
  expect(await offered()).toBe(0);
  local.shopify().faults(shop.domain).clear();
  await countOrdersBefore(shop.id);
  expect(await offered()).toBe(0);
});

it('C133 a Shopify that is down is asked again', async () => {
  local.shopify().faults(shop.domain).plan('error', 9);
  await expect(countOrdersBefore(shop.id)).rejects.toThrow();
  local.shopify().faults(shop.domain).clear();
  await countOrdersBefore(shop.id);
  expect(await offered()).toBe(shop.local.orders.size);
});
