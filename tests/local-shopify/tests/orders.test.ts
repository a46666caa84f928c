import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import {
  currentTotals,
  orderedTotals,
  outstandingMinor,
  returnedMinor,
} from '#tests/local-shopify/shop/order-totals.ts';
import type { DiscountRequest, Order, OrderRequest } from '#tests/local-shopify/shop/types.ts';
import { inMemory } from './in-memory.ts';
import type { InMemory } from './in-memory.ts';

let world: InMemory;
let shop: LocalShop;

beforeAll(async () => {
  world = await inMemory();
  shop = world.shop;
});
afterAll(() => world.stop());

const variantOf = (handle: string, index = 0): string =>
  shop.productByHandle(handle)?.variants[index]?.id ?? '';

function request(part: Partial<OrderRequest> = {}): OrderRequest {
  return {
    customerId: shop.setup.customers[0]?.id ?? null,
    lines: [{ variantId: variantOf('morning-house'), quantity: 5 }],
    payment: 'paid',
    locale: 'en',
    ...part,
  };
}

const firstLine = (order: Order) => {
  const line = order.lines[0];
  if (!line) throw new Error('an order without lines');
  return line;
};

test('an order paid at once is paid, one by bank transfer pending, one to be captured authorized', async () => {
  expect((await shop.placeOrder(request())).financialStatus).toBe('paid');
  expect((await shop.placeOrder(request({ payment: 'pending' }))).financialStatus).toBe('pending');
  expect((await shop.placeOrder(request({ payment: 'authorized' }))).financialStatus).toBe('authorized');
});

test('a total of lines, shipping and tip; tax of equipment is inside the price', async () => {
  const lines = [
    { variantId: variantOf('morning-house'), quantity: 2 },
    { variantId: variantOf('cone-dripper'), quantity: 1 },
  ];
  const order = await shop.placeOrder(request({ lines, shippingMinor: 500, tipMinor: 200 }));
  expect(orderedTotals(order)).toMatchObject({ subtotalMinor: 4300, tipMinor: 200, totalMinor: 5000 });
  expect(orderedTotals(order).taxMinor).toBe(Math.round((2400 * 23) / 123) + Math.round((500 * 23) / 123));
});

test('a code that is taken off an order gives nothing any more, and what it took off is outstanding', async () => {
  const code = (title: string, more: Partial<DiscountRequest> = {}) =>
    ({
      type: 'discount_code',
      title,
      value: { kind: 'percent', percentBp: 1_000 },
      ...more,
    }) satisfies DiscountRequest;
  const discounts = [code('FIRST'), code('SENT', { target: 'shipping' }), code('LAST')];
  const { id } = await shop.placeOrder(request({ discounts, shippingMinor: 500 }));
  const before = firstLine(shop.order(id)).allocations.map(({ amountMinor }) => amountMinor);
  const order = await shop.takeCodeOff(id, 'FIRST');
  expect(order.discounts.map(({ title }) => title)).toEqual(['SENT', 'LAST']);
  expect(firstLine(order).allocations).toEqual([{ application: 1, amountMinor: before[1] }]);
  expect(outstandingMinor(order)).toBe(before[0]);
  expect(outstandingMinor(await shop.takeCodeOff(id, 'SENT'))).toBe((before[0] ?? 0) + 50);
  await expect(shop.takeCodeOff(id, 'SENT')).rejects.toThrow('taken off');
});

test('taking payment settles what is outstanding, and only once', async () => {
  const order = await shop.placeOrder(request({ payment: 'pending' }));
  expect((await shop.payOrder(order.id)).financialStatus).toBe('paid');
  await expect(shop.payOrder(order.id)).rejects.toThrow('nothing outstanding');
});

test('refunds of parts add up to the whole, and more than there is is refused', async () => {
  const discounts = [
    { type: 'automatic', title: 'Spring', value: { kind: 'percent', percentBp: 3_333 } },
  ] as const;
  const lines = [{ variantId: variantOf('ethiopia-guji'), quantity: 3 }];
  const order = await shop.placeOrder(request({ lines, discounts: [...discounts] }));
  const { totalMinor } = orderedTotals(order);
  for (let unit = 0; unit < 3; unit += 1) {
    await shop.refundOrder(order.id, { lines: [{ lineId: firstLine(order).id, quantity: 1 }] });
    expect(order.financialStatus).toBe(unit < 2 ? 'partially_refunded' : 'refunded');
  }
  expect(returnedMinor(order)).toBe(totalMinor);
  expect(currentTotals(order).totalMinor).toBe(0);
  const more = shop.refundOrder(order.id, { lines: [{ lineId: firstLine(order).id, quantity: 1 }] });
  await expect(more).rejects.toThrow('0 units to take back');
});

test('money alone, shipping alone, and lines without money leave their own marks', async () => {
  const order = await shop.placeOrder(request({ shippingMinor: 500 }));
  await shop.refundOrder(order.id, { lines: [], customMinor: 300 });
  await shop.refundOrder(order.id, { lines: [], shippingMinor: 500 });
  const noMoney = { lines: [{ lineId: firstLine(order).id, quantity: 1 }], withMoney: false };
  await shop.refundOrder(order.id, noMoney);
  expect(
    order.refunds.map((one) => [
      one.customMinor,
      one.shipping.length,
      one.lines.length,
      one.transactionIds.length,
    ]),
  ).toEqual([
    [300, 0, 0, 1],
    [0, 1, 0, 1],
    [0, 0, 1, 0],
  ]);
  expect(returnedMinor(order)).toBe(800);
  expect(currentTotals(order)).toMatchObject({ shippingMinor: 0, subtotalMinor: 3800 });
});

test('an edit upward leaves a paid order partially paid until the rest is paid', async () => {
  const order = await shop.placeOrder(request());
  await shop.editOrder(order.id, [{ lineId: firstLine(order).id, quantity: 7 }]);
  expect([order.financialStatus, outstandingMinor(order)]).toEqual(['partially_paid', 1900]);
  expect((await shop.payOrder(order.id)).financialStatus).toBe('paid');
});

test('an edit downward writes a refund without money', async () => {
  const order = await shop.placeOrder(request());
  await shop.editOrder(order.id, [{ lineId: firstLine(order).id, quantity: 2 }]);
  expect(firstLine(order)).toMatchObject({ quantity: 5, currentQuantity: 2 });
  expect(order.refunds[0]).toMatchObject({
    lines: [{ quantity: 3, subtotalMinor: 2850 }],
    transactionIds: [],
  });
  expect(order.financialStatus).toBe('paid');
});

test('cancelling gives back what was paid, and voids what was not', async () => {
  const paid = await shop.placeOrder(request({ shippingMinor: 500 }));
  const open = await shop.placeOrder(request({ payment: 'authorized' }));
  await shop.cancelOrder(paid.id);
  await shop.cancelOrder(open.id);
  expect([paid.financialStatus, returnedMinor(paid)]).toEqual(['refunded', 5250]);
  expect([open.financialStatus, open.transactions.at(-1)?.kind]).toEqual(['voided', 'void']);
  expect(open.lines.every((line) => line.currentQuantity === 0)).toBe(true);
  await expect(shop.cancelOrder(paid.id)).rejects.toThrow('is cancelled');
});

test('free units take the cheapest lines whole', async () => {
  const lines = [
    { variantId: variantOf('kenya-nyeri'), quantity: 4 },
    { variantId: variantOf('brazil-cerrado'), quantity: 2 },
  ];
  const discounts = [
    { type: 'automatic', title: 'Sixth free', value: { kind: 'free_units', units: 3 } },
  ] as const;
  const order = await shop.placeOrder(request({ lines, discounts: [...discounts] }));
  expect(order.lines.map((line) => line.allocations.map((one) => one.amountMinor))).toEqual([[1400], [2000]]);
});

test('a name of an order is never given twice, though orders are deleted', async () => {
  const first = await shop.placeOrder(request());
  await shop.deleteOrder(first.id);
  expect((await shop.placeOrder(request())).number).toBe(first.number + 1);
});

test('an unknown customer, variant or quantity is refused', async () => {
  await expect(shop.placeOrder(request({ customerId: '1' }))).rejects.toThrow('no customer 1');
  await expect(shop.placeOrder(request({ lines: [{ variantId: '1', quantity: 1 }] }))).rejects.toThrow(
    'no variant 1',
  );
  const none = [{ variantId: variantOf('morning-house'), quantity: 0 }];
  await expect(shop.placeOrder(request({ lines: none }))).rejects.toThrow('whole number');
});
