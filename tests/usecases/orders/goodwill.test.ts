// Goodwill through the whole app: told by webhooks, asked of Shopify, posted to the ledger.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fetchOrder } from '#app/shopify/snapshots/fetch-order.ts';
import { parseOrderNews } from '#app/shopify/snapshots/order-payload.ts';
import { applyToldOrders } from '#app/usecases/orders/apply-orders.ts';
import type { Order } from '#tests/local-shopify/shop/types.ts';
import { USUAL } from '#tests/local-shopify/shop/unsettled.ts';
import { orderPayload } from '#tests/local-shopify/webhooks/order-payload.ts';
import { publishCard } from '#tests/support/publish-card.ts';
import { balance, tell } from '#tests/support/shops.ts';

const local = useLocalShopify();
let shop: InstalledShop;
let customerId: string;
let second = 0;

beforeAll(async () => {
  shop = await local.install();
  const everything = { all: true, productIds: [], collectionIds: [], withTags: [], withoutTags: [] };
  await publishCard(shop.domain, { products: everything });
});

beforeEach(async () => {
  shop.local.unsettled = USUAL;
  local.shopify().asked.clear();
  const names = { firstName: 'A', lastName: 'B', phone: null, locale: 'en', tags: [], address: null };
  customerId = (await shop.local.addCustomer({ ...names, email: `${(second += 1)}@example.com` })).id;
});

/** As its webhook tells it; each telling a second later than the one before. */
async function told(order: Order): Promise<void> {
  second += 1;
  order.updatedAt = new Date(Date.parse(order.createdAt) + second * 1_000).toISOString().replace('.000', '');
  const read = parseOrderNews('orders/updated', JSON.stringify(orderPayload(shop.local, order)));
  if (!read.ok) throw new Error(read.reason);
  await tell(shop, read.news);
}

async function toldAndApplied(order: Order): Promise<number> {
  await told(order);
  await applyToldOrders(shop.id);
  return points();
}

const points = async () => (await balance(shop, customerId, 'card-1')).points;
const asked = () =>
  local.shopify().asked.calls.filter(({ operation }) => operation === 'ReceivedMoney').length;

/** 48.00 exchanged for 60.00, and the difference paid. */
async function exchanged(): Promise<Order> {
  const item = (priceMinor: number) => [{ title: 'Cupping', priceMinor, quantity: 1 }];
  const { id, lines } = await shop.local.placeOrder({
    customerId,
    lines: [],
    customItems: item(4_800),
    payment: 'paid',
    locale: 'en',
  });
  const removed = [{ lineId: lines[0]!.id, quantity: 0 }];
  await shop.local.editOrder(id, { lines: removed, customItems: item(6_000) });
  return shop.local.payOrder(id);
}

const gives = (order: Order, customMinor: number) =>
  shop.local.refundOrder(order.id, { lines: [], customMinor });

describe('goodwill on an exchanged order', () => {
  it.each(['total', 'outstanding', 'neither'] as const)(
    'C82 C83 takes its share where Shopify lets %s follow it, told at once or in steps',
    async (goodwillMoves) => {
      shop.local.unsettled = { ...USUAL, goodwillMoves };
      const order = await exchanged();
      expect(await toldAndApplied(order)).toBe(60);
      expect(asked()).toBe(0);
      await gives(order, 2_000);
      expect(await toldAndApplied(order)).toBe(40);
      expect(asked()).toBe(1);
      await gives(order, 1_000);
      expect(await toldAndApplied(order)).toBe(30);
    },
  );

  it.each(['total', 'outstanding', 'neither'] as const)(
    'C83 C85 is right where it is the first that we hear of the order, by webhook or read (%s follows)',
    async (goodwillMoves) => {
      shop.local.unsettled = { ...USUAL, goodwillMoves };
      const order = await gives(await exchanged(), 2_000);
      expect(await toldAndApplied(order)).toBe(40);
      const snapshot = await fetchOrder(shop.domain, order.id);
      await tell(shop, { kind: 'snapshot', snapshot: snapshot! });
      await applyToldOrders(shop.id);
      expect(await points()).toBe(40);
    },
  );

  it('C83 is asked about once for each state of the money, not for each telling', async () => {
    const order = await gives(await exchanged(), 2_000);
    await toldAndApplied(order);
    await shop.local.fulfillOrder(order.id);
    expect(await toldAndApplied(order)).toBe(40);
    expect(asked()).toBe(1);
    // 30.00 more, of which 10.00 are paid: 90.00 less 20.00.
    await shop.local.editOrder(order.id, {
      lines: [],
      customItems: [{ title: 'Tin', priceMinor: 3_000, quantity: 1 }],
    });
    await toldAndApplied(order);
    await shop.local.payOrder(order.id);
    expect(await toldAndApplied(order)).toBe(70);
    expect(asked()).toBe(3);
  });

  it('C83 waits while Shopify can’t be asked, and holds up no other order', async () => {
    const order = await gives(await exchanged(), 2_000);
    await told(order);
    const item = { title: 'Cupping', priceMinor: 700, quantity: 1 };
    const plain = { customerId, lines: [], customItems: [item], locale: 'en' };
    await told(await shop.local.placeOrder({ ...plain, payment: 'paid' }));
    // Neither what is asked nor a small question: one that fails alone would be an order's own matter.
    local.shopify().faults(shop.domain).plan('error', 2);
    await expect(applyToldOrders(shop.id)).rejects.toThrow();
    expect(await points()).toBe(7);
    await applyToldOrders(shop.id);
    expect(await points()).toBe(47);
  });

  it('C83 goes by what the order tells where Shopify has it no longer', async () => {
    shop.local.unsettled = { ...USUAL, goodwillMoves: 'outstanding' };
    const order = await gives(await exchanged(), 2_000);
    await told(order);
    await shop.local.deleteOrder(order.id);
    await applyToldOrders(shop.id);
    expect(await points()).toBe(40);
  });
});

it('an order of more refunds, transactions and ways of sending than a page is read whole', async () => {
  const { id } = await exchanged();
  for (let count = 0; count < 55; count += 1) await shop.local.refundOrder(id, { lines: [], customMinor: 1 });
  const snapshot = await fetchOrder(shop.domain, id);
  expect(snapshot?.refunds).toHaveLength(56);
});
