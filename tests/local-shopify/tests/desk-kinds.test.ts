// What a merchant can do to an order, kind by kind, and the points that are left of it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '#tests/support/factories.ts';
import { inMemory } from './in-memory.ts';
import type { InMemory } from './in-memory.ts';
import type { Order, OrderRequest } from '#tests/local-shopify/shop/types.ts';
import { tellAll } from './tell-all.ts';
import { viaWebhook } from './told-twice.ts';

let world: InMemory;
let nowMs = Date.parse(at('10:00'));

beforeAll(async () => {
  world = await inMemory({ clock: () => new Date(nowMs) });
});
afterAll(() => world.stop());

const variantOf = (handle: string): string => world.shop.productByHandle(handle)?.variants[0]?.id ?? '';
const line = (order: Order, index = 0): string => order.lines[index]?.id ?? '';

/** Five of 9.50, and 4.90 of shipping: 47 points. */
function request(part: Partial<OrderRequest> = {}): OrderRequest {
  const lines = [{ variantId: variantOf('morning-house'), quantity: 5 }];
  const customerId = world.shop.setup.customers[0]?.id ?? null;
  return { customerId, lines, payment: 'paid', locale: 'en', shippingMinor: 490, ...part };
}

/** Points of an order after each step is told, a second apart. */
async function after(part: Partial<OrderRequest>, steps: Step[]) {
  const order = await world.shop.placeOrder(request(part));
  const told = [viaWebhook(world, order)];
  for (const step of steps) {
    nowMs += 1000;
    await step(order);
    told.push(viaWebhook(world, order));
  }
  const { points, pending } = tellAll(told);
  return { points, pending };
}

type Step = (order: Order) => Promise<unknown>;

const units = (order: Order, quantity: number, index = 0) => ({ lineId: line(order, index), quantity });
const editTo =
  (quantity: number, index = 0): Step =>
  (order) =>
    world.shop.editOrder(order.id, [units(order, quantity, index)]);
const refund =
  (quantity: number, more: object = {}): Step =>
  (order) =>
    world.shop.refundOrder(order.id, {
      lines: quantity > 0 ? [units(order, quantity)] : [],
      ...more,
    });
const pay =
  (amountMinor?: number): Step =>
  (order) =>
    world.shop.payOrder(order.id, amountMinor);
const exchange: Step = (order) =>
  world.shop.editOrder(order.id, {
    lines: [units(order, 3)],
    added: [{ variantId: variantOf('cone-dripper'), quantity: 1 }],
  });
const voids: Step = (order) => world.shop.voidOrder(order.id);
const expires: Step = (order) => world.shop.expireOrder(order.id);
const cancels: Step = (order) => world.shop.cancelOrder(order.id);
const removesOther: Step = async (order) => {
  const added = [{ variantId: variantOf('cone-dripper'), quantity: 1 }];
  await world.shop.editOrder(order.id, { lines: [], added });
  await world.shop.payOrder(order.id);
  await world.shop.editOrder(order.id, [units(order, 0, 1)]);
};

type Case = [kind: string, part: Partial<OrderRequest>, steps: Step[], points: number, pending?: number];

test.each<Case>([
  ['edit up, outstanding', {}, [editTo(7)], 47, 19],
  ['edit up, then paid', {}, [editTo(7), pay()], 66],
  ['edit up, half of it paid', {}, [editTo(7), pay(950)], 47, 19],
  ['edit down', {}, [editTo(3)], 28],
  ['edit down before it is paid, then paid', { payment: 'pending' }, [editTo(3), pay()], 28],
  ['exchange, the difference outstanding', {}, [exchange], 47, 5],
  ['exchange, the difference paid', {}, [exchange, pay()], 52],
  ['line removed', {}, [removesOther], 47],
  ['refund of lines', {}, [refund(2)], 28],
  ['refund to store credit', {}, [refund(2, { to: 'store_credit' })], 28],
  ['refund without money', {}, [refund(2, { withMoney: false })], 28],
  [
    'refund without money, the money later',
    {},
    [refund(2, { withMoney: false }), refund(0, { customMinor: 1900 })],
    28,
  ],
  ['shipping refund alone', {}, [refund(0, { shippingMinor: 490 })], 47],
  ['custom amount, a tenth of the order', {}, [refund(0, { customMinor: 524 })], 42],
  ['a part of the payment', { payment: 'pending' }, [pay(2000)], 0, 47],
  ['a part of the payment, then the rest', { payment: 'pending' }, [pay(2000), pay()], 47],
  ['authorized', { payment: 'authorized' }, [], 0, 47],
  ['voided', { payment: 'authorized' }, [voids], 0],
  ['expired', { payment: 'authorized' }, [expires], 0],
  ['expired, paid in another way', { payment: 'authorized' }, [expires, pay()], 47],
  ['cancelled before paid', { payment: 'pending' }, [cancels], 0],
  ['cancelled after it was paid', {}, [cancels], 0],
])('C13 %s', async (_kind, part, steps, points, pending = 0) => {
  expect(await after(part, steps)).toEqual({ points, pending });
});
