// What a merchant does to orders at the desk, and what is refused with the words beside the field.
import { beforeAll, expect, test } from 'vitest';
import { errorOf, openDesk } from './at-desk.ts';
import type { Desk } from './at-desk.ts';
import { balanceMinor, outstandingMinor, returnedMinor } from '#tests/local-shopify/shop/order-totals.ts';
import type { Order, OrderRequest } from '#tests/local-shopify/shop/types.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
  return () => desk.stop();
});

const lineId = (order: Order, index = 0): string => order.lines[index]?.id ?? '';

/** Five of 9.50. */
function place(part: Partial<OrderRequest> = {}): Promise<Order> {
  const lines = [{ variantId: desk.variant('morning-house'), quantity: 5 }];
  return desk.world.shop.placeOrder({
    customerId: desk.customer(0),
    lines,
    payment: 'paid',
    locale: 'en',
    ...part,
  });
}

test('C13 an edit upward, downward and with a product on top is one change', async () => {
  const order = await place();
  const { html } = await desk.merchant.post(`/orders/${order.id}/edit`, {
    [`edit-${lineId(order)}`]: '3',
    'variant-0': desk.variant('cone-dripper'),
    'quantity-0': '2',
    'item-title-0': 'Gift wrap',
    'item-price-0': '1,20',
  });
  expect(html).toContain('The order is changed.');
  expect(order.lines.map((line) => [line.kind, line.currentQuantity, line.unitPriceMinor])).toEqual([
    ['product', 3, 950],
    ['product', 2, 2400],
    ['custom', 1, 120],
  ]);
  expect(order.refunds).toHaveLength(1);
  expect([order.financialStatus, outstandingMinor(order)]).toEqual(['partially_paid', 3020]);
});

test('C66 a part of the payment leaves the order partially paid, the rest pays it', async () => {
  const order = await place({ payment: 'pending' });
  await desk.merchant.post(`/orders/${order.id}/payment`, { amount: '10' });
  expect([order.financialStatus, outstandingMinor(order)]).toEqual(['partially_paid', 3750]);
  await desk.merchant.post(`/orders/${order.id}/payment`, { amount: '37.50' });
  expect(order.financialStatus).toBe('paid');
});

test('a payment of nothing, of words or of too much is refused, and what was typed stays', async () => {
  const order = await place({ payment: 'pending' });
  const refusals = [
    ['', 'That is no amount.'],
    ['0', 'That is no amount.'],
    ['ten', 'That is no amount.'],
    ['1.234', 'That is no amount.'],
    ['47.51', 'That is more than is outstanding.'],
  ] as const;
  for (const [amount, words] of refusals) {
    const { status, html } = await desk.merchant.post(`/orders/${order.id}/payment`, { amount });
    expect([amount, status, errorOf(html, 'amount')]).toEqual([amount, 422, words]);
    expect(html).toMatch(new RegExp(`name="amount"[^>]*value="${amount}"`));
  }
  expect(order.transactions).toHaveLength(1);
});

test('C13 an authorization is captured in part, voided, or runs out; a voided order is paid no more', async () => {
  const [captured, voided, expired] = [await authorized(), await authorized(), await authorized()];
  await desk.merchant.post(`/orders/${captured.id}/payment`, { amount: '20' });
  expect([captured.financialStatus, captured.transactions.at(-1)?.kind]).toEqual([
    'partially_paid',
    'capture',
  ]);
  await desk.merchant.post(`/orders/${voided.id}/void`);
  expect([voided.financialStatus, voided.cancelledAt]).toEqual(['voided', null]);
  expect((await desk.merchant.post(`/orders/${voided.id}/pay`)).status).toBe(422);
  await desk.merchant.post(`/orders/${expired.id}/expire`);
  expect(expired.financialStatus).toBe('expired');
  expect((await desk.merchant.post(`/orders/${expired.id}/void`)).html).toContain(
    'has no open authorization',
  );
  await desk.merchant.post(`/orders/${expired.id}/pay`);
  expect(expired.financialStatus).toBe('paid');
});

const authorized = () => place({ payment: 'authorized' });

test('C13 lines go back without money, and the money later: what is owed is told until then', async () => {
  const order = await place({ shippingMinor: 490 });
  await desk.merchant.post(`/orders/${order.id}/refund`, { [`line-${lineId(order)}`]: '2' });
  expect([order.financialStatus, balanceMinor(order)]).toEqual(['paid', -1900]);
  expect((await desk.merchant.get(`/orders/${order.id}`)).html).toContain('Owed to the customer');
  await desk.merchant.post(`/orders/${order.id}/refund`, { custom: '19', money: '1', to: 'store_credit' });
  expect([order.financialStatus, balanceMinor(order), returnedMinor(order)]).toEqual([
    'partially_refunded',
    0,
    1900,
  ]);
  expect(order.transactions.at(-1)?.gateway).toBe('store_credit');
});

test('what is wrong with a refund stands beside each field, and nothing typed is lost', async () => {
  const order = await place({ shippingMinor: 490 });
  const line = `line-${lineId(order)}`;
  const fields = { [line]: '6', shipping: '4.91', custom: '1.999', to: 'store_credit' };
  const { status, html } = await desk.merchant.post(`/orders/${order.id}/refund`, fields);
  expect([status, errorOf(html, line), errorOf(html, 'shipping'), errorOf(html, 'custom')]).toEqual([
    422,
    'Only 5 of “Morning House” are left.',
    'That is more than the shipping.',
    'That is no amount.',
  ]);
  for (const typed of ['6', '4.91', '1.999']) expect(html).toContain(`value="${typed}"`);
  expect(html).toMatch(/value="store_credit" selected/);
  expect(html).not.toMatch(/name="money"[^>]*checked/);
  expect(order.refunds).toEqual([]);
});

test('an edit is refused whole', async () => {
  const order = await place();
  const before = structuredClone(order);
  const fields = { [`edit-${lineId(order)}`]: '8', 'quantity-0': '2', 'item-title-0': 'Wrap' };
  const { status, html } = await desk.merchant.post(`/orders/${order.id}/edit`, fields);
  expect([status, errorOf(html, 'variant-0'), errorOf(html, 'item-price-0')]).toEqual([
    422,
    'Choose the product.',
    'That is no amount.',
  ]);
  expect(html).toContain('value="8"');
  expect((await desk.merchant.post(`/orders/${order.id}/edit`)).html).toContain('Nothing was changed.');
  expect(order).toEqual(before);
});

test('C36 a guest’s order is claimed, and an order moves to another customer', async () => {
  const order = await place({ customerId: null, email: 'guest@example.com' });
  await desk.merchant.post(`/orders/${order.id}/customer`, { customer: desk.customer(1) });
  expect(order.customerId).toBe(desk.customer(1));
  await desk.merchant.post(`/orders/${order.id}/customer`, { customer: desk.customer(2) });
  expect(order.customerId).toBe(desk.customer(2));
  const again = await desk.merchant.post(`/orders/${order.id}/customer`, { customer: desk.customer(2) });
  expect(errorOf(again.html, 'customer')).toBe('Choose somebody else.');
  expect((await desk.merchant.post(`/orders/${order.id}/customer`, { customer: '1' })).status).toBe(422);
});

test('a deleted order is gone from the list', async () => {
  const order = await place();
  const { path, html } = await desk.merchant.post(`/orders/${order.id}/delete`);
  expect(path).toBe('/orders?done=delete');
  expect(html).not.toContain(`/orders/${order.id}"`);
  expect((await desk.merchant.get(`/orders/${order.id}`)).status).toBe(404);
});
