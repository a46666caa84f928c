// The stand-in tells an order twice, by webhook and by Admin API. The app's two reducers must see the same.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readOrderPage, readRefundPage } from '#app/shopify/operations/read-order.ts';
import type { AdminRefund } from '#app/shopify/operations/read-order.ts';
import { snapshotFromAdmin } from '#app/shopify/order-from-admin.ts';
import { readOrderNews } from '#app/shopify/order-payload.ts';
import { inMemory } from './in-memory.ts';
import type { InMemory } from './in-memory.ts';
import type { Order, OrderRequest } from './shop/types.ts';
import { includeFields } from './webhooks/include-fields.ts';
import { orderPayload } from './webhooks/order-payload.ts';

let world: InMemory;

beforeAll(async () => {
  world = await inMemory();
  world.shopify.throttle(world.shop.domain).configure(100_000);
});
afterAll(() => world.stop());

async function viaAdmin(order: Order) {
  const id = `gid://shopify/Order/${order.id}`;
  const first = await world.admin(readOrderPage.document, { id, after: null });
  const { order: read } = readOrderPage.result.parse(first.body.data);
  if (!read) throw new Error('no order');
  const refunds: AdminRefund[] = [];
  for (const one of read.refunds) {
    const answer = await world.admin(readRefundPage.document, { id: one.id, after: null });
    const { refund } = readRefundPage.result.parse(answer.body.data);
    if (refund) refunds.push(refund);
  }
  return snapshotFromAdmin(read, read.lineItems.nodes, refunds);
}

function viaWebhook(order: Order) {
  const fields =
    world.shopify.app.subscriptions.find((one) => one.topic === 'orders/updated')?.includeFields ?? null;
  const body = JSON.stringify(includeFields(orderPayload(world.shop, order), fields));
  const read = readOrderNews('orders/updated', body);
  if (!read.ok || read.news.kind !== 'snapshot') throw new Error('no snapshot');
  return read.news.snapshot;
}

async function expectSame(order: Order): Promise<void> {
  expect(JSON.stringify(await viaAdmin(order))).toBe(JSON.stringify(viaWebhook(order)));
}

const variantIds = () =>
  world.shop.products.flatMap((product) => product.variants.map((variant) => variant.id));

function request(part: Partial<OrderRequest> = {}): OrderRequest {
  const [first = '', second = ''] = variantIds();
  const lines = [
    { variantId: first, quantity: 6 },
    { variantId: second, quantity: 2 },
  ];
  return {
    customerId: world.shop.setup.customers[1]?.id ?? null,
    lines,
    payment: 'paid',
    locale: 'fr',
    ...part,
  };
}

const RICH: Partial<OrderRequest> = {
  shippingMinor: 790,
  tipMinor: 150,
  tags: ['wholesale', 'b'],
  customItems: [{ title: 'Tasting', priceMinor: 1500, quantity: 1 }],
  discounts: [
    { type: 'discount_code', title: 'TEN', value: { kind: 'percent', percentBp: 1_050 } },
    { type: 'automatic', title: 'Sixth free', value: { kind: 'free_units', units: 1 } },
    { type: 'manual', title: 'Sorry', value: { kind: 'amount', amountMinor: 333 } },
    {
      type: 'discount_code',
      title: 'SHIP',
      target: 'shipping',
      value: { kind: 'percent', percentBp: 5_000 },
    },
  ],
};

test.each([
  ['a plain order', {}],
  ['a guest order with a gift card', { customerId: null, email: 'guest@example.com' }],
  ['discounts, shipping, tip and custom item', RICH],
  ['another currency of the shopper', { ...RICH, presentment: { currency: 'JPY', rateBp: 1_641_234 } }],
  ['three decimals', { ...RICH, presentment: { currency: 'KWD', rateBp: 3_456 } }],
  ['a bundle', { lines: [{ variantId: '7300000000037', quantity: 1, groupId: '77' }] }],
])('%s is told the same both ways, after every change', async (_name, part: Partial<OrderRequest>) => {
  const { shop } = world;
  const order = await shop.placeOrder(request(part));
  await expectSame(order);
  const line = order.lines[0];
  await shop.editOrder(order.id, [{ lineId: line?.id ?? '', quantity: (line?.currentQuantity ?? 0) + 1 }]);
  await expectSame(order);
  await shop.payOrder(order.id);
  await shop.refundOrder(order.id, {
    lines: [{ lineId: line?.id ?? '', quantity: 1 }],
    customMinor: 10,
    ...(order.shippingLine ? { shippingMinor: 100 } : {}),
  });
  await expectSame(order);
  await shop.cancelOrder(order.id);
  await expectSame(order);
});
