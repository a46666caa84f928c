// What only Shopify knows of purchases: deliveries, once a day while they are under way, and its own count of orders, once.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { shopsWithDueDeliveries } from '#app/db/history/deliveries.server.ts';
import { shopsWithUncounted } from '#app/db/history/order-counts.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { readHistoryOfShop } from '#app/usecases/history/read-history-of-shop.ts';
import { readPurchases } from '#app/usecases/history/read-purchases.ts';
import { parseOrderNews } from '#app/shopify/snapshots/order-payload.ts';
import { applyOrders } from '#app/usecases/orders/apply-orders.ts';
import { orderPayload } from '#tests/local-shopify/webhooks/order-payload.ts';
import { memberIdOf } from '#tests/support/rewards.ts';
import { tell } from '#tests/support/shops.ts';

const local = useLocalShopify(6);
let nextShop = 0;
let shop: InstalledShop;
let customer: string;

async function place(customerId = customer) {
  const { variants } = shop.local.products.find(({ giftCard }) => !giftCard)!;
  const lines = [{ variantId: variants[0]!.id, quantity: 1 }];
  return shop.local.placeOrder({ customerId, lines, payment: 'paid', locale: 'en' });
}

async function hear(id: string): Promise<void> {
  const read = parseOrderNews(
    'orders/updated',
    JSON.stringify(orderPayload(shop.local, shop.local.orders.get(id)!)),
  );
  if (!read.ok) throw new Error(read.reason);
  await tell(shop, read.news);
  await applyOrders(shop.id);
}

const purchases = async (customerId = customer) =>
  readPurchases({ id: shop.id, timeZone: 'Europe/Paris' }, await memberIdOf(shop, customerId), null);
const soon = () => new Date(Date.now() + 60_000);
const aDayPasses = () =>
  pool().query(
    `update "KeptOrder" set "deliveryDueAt" = "deliveryDueAt" - interval '1 day' where "shopId" = $1`,
    [shop.id],
  );

/** Shopify's times have whole seconds. */
const nextSecond = () => new Promise((resolve) => setTimeout(resolve, 1_050));

async function sent() {
  const { id } = await place();
  await hear(id);
  await nextSecond();
  await shop.local.fulfillOrder(id);
  await hear(id);
  return id;
}

beforeEach(async () => {
  shop = await local.install(nextShop++);
  local.shopify().throttle(shop.domain).configure(1_000_000);
  [customer] = [...shop.local.customers.keys()] as [string];
});

describe('S-20 deliveries', () => {
  it('are asked about once sent, once a day, until they have come', async () => {
    const { id: waiting } = await place();
    await hear(waiting);
    expect(await shopsWithDueDeliveries(pool(), soon())).not.toContain(shop.id);
    const id = await sent();
    expect(await shopsWithDueDeliveries(pool(), soon())).toContain(shop.id);
    await shop.local.tellDelivery(id, { estimatedDeliveryAt: '2026-12-04T10:00:00Z' });
    await readHistoryOfShop(shop.id);
    expect((await purchases()).rows.find(({ orderId }) => orderId === id)).toMatchObject({
      promisedOn: '2026-12-04',
      deliveredOn: null,
    });
    expect(await shopsWithDueDeliveries(pool(), soon())).not.toContain(shop.id);
    await aDayPasses();
    await shop.local.tellDelivery(id, { deliveredAt: '2026-12-06T12:00:00Z' });
    await Promise.all([readHistoryOfShop(shop.id), readHistoryOfShop(shop.id)]);
    const [last] = (await purchases()).rows.filter(({ orderId }) => orderId === id);
    expect(last).toMatchObject({ promisedOn: '2026-12-04', deliveredOn: '2026-12-06' });
    await aDayPasses();
    expect(await shopsWithDueDeliveries(pool(), soon())).not.toContain(shop.id);
  });

  it('of an order that Shopify doesn’t know, or refuses, hold up no other', async () => {
    const id = await sent();
    const other = await sent();
    await shop.local.tellDelivery(other, { deliveredAt: '2026-12-05T10:00:00Z' });
    shop.local.orders.delete(id);
    await readHistoryOfShop(shop.id);
    expect((await purchases()).rows.map(({ deliveredOn }) => deliveredOn).sort()).toEqual([
      '2026-12-05',
      null,
    ]);
    await aDayPasses();
    local.shopify().faults(shop.domain).script = ({ operation }) =>
      operation === 'Deliveries'
        ? { status: 200, body: { errors: [{ message: 'no', extensions: { code: 'ACCESS_DENIED' } }] } }
        : null;
    await readHistoryOfShop(shop.id);
    expect(await shopsWithDueDeliveries(pool(), soon())).not.toContain(shop.id);
    local.shopify().faults(shop.domain).clear();
  });

  it('are asked about for 45 days', async () => {
    const id = await sent();
    await pool().query(
      `update "KeptOrder" set day = now()::date - 50 where "shopId" = $1 and "orderId" = $2`,
      [shop.id, id],
    );
    await pool().query(
      `update "Member" set "firstOn" = now()::date - 50, "lastOn" = now()::date - 50 where "shopId" = $1`,
      [shop.id],
    );
    await readHistoryOfShop(shop.id);
    await aDayPasses();
    expect(await shopsWithDueDeliveries(pool(), soon())).not.toContain(shop.id);
  });
});

describe('C155 Shopify’s own count', () => {
  it('is asked once for each member, and says who isn’t new', async () => {
    for (let nr = 0; nr < 5; nr += 1) await place();
    const { id } = await place();
    await hear(id);
    expect(await shopsWithUncounted(pool())).toContain(shop.id);
    await readHistoryOfShop(shop.id);
    const { keptOrders, before } = await purchases();
    expect([keptOrders, before]).toEqual([1, 5]);
    expect(await shopsWithUncounted(pool())).not.toContain(shop.id);
    // What comes later is ours, and no older order.
    await nextSecond();
    await hear((await place()).id);
    await readHistoryOfShop(shop.id);
    expect(await purchases()).toMatchObject({ keptOrders: 2, before: 5 });
  });

  it('shrinks as past orders are brought in', async () => {
    const old = await place();
    await hear((await place()).id);
    await readHistoryOfShop(shop.id);
    expect(await purchases()).toMatchObject({ before: 1 });
    await hear(old.id);
    expect(await purchases()).toMatchObject({ keptOrders: 2, before: 0 });
  });

  it('isn’t known of a customer who is gone, and holds up no other', async () => {
    const [, other] = [...shop.local.customers.keys()] as [string, string];
    await hear((await place()).id);
    await hear((await place(other)).id);
    shop.local.customers.delete(customer);
    await readHistoryOfShop(shop.id);
    expect(await purchases()).toMatchObject({ before: null });
    expect(await purchases(other)).toMatchObject({ before: 0 });
    expect(await shopsWithUncounted(pool())).not.toContain(shop.id);
  });
});
