// What a merchant can do to an order, kind by kind, and the points that are left of it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import { receivedMinor } from '#tests/local-shopify/shop/order-totals.ts';
import { USUAL, type Unsettled } from '#tests/local-shopify/shop/unsettled.ts';
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
  const received = new Map<OrderSnapshot, number>();
  const tell = () => {
    const snapshot = viaWebhook(world, order);
    received.set(snapshot, receivedMinor(order));
    return snapshot;
  };
  const told = [tell()];
  for (const step of steps) {
    nowMs += 1000;
    await step(order);
    told.push(tell());
  }
  const { points, pending } = tellAll(told, false, received);
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
const backOf =
  (index: number): Step =>
  (order) =>
    world.shop.refundOrder(order.id, { lines: [units(order, 1, index)] });
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

const KINDS: Case[] = [
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
];

test.each(KINDS)('C13 %s', async (_kind, part, steps, points, pending = 0) => {
  expect(await after(part, steps)).toEqual({ points, pending });
});

const gives = (customMinor: number): Step => refund(0, { customMinor });
const pending: Partial<OrderRequest> = { payment: 'pending' };
const authorized: Partial<OrderRequest> = { payment: 'authorized' };
/** Two of 9.50, each with 2.00 of duty, and a fee of 3.00: 19 points. */
const dutied = (): Partial<OrderRequest> => ({
  lines: [{ variantId: variantOf('morning-house'), quantity: 2, dutyMinor: 400 }],
  feeMinor: 300,
});

const GOODWILL: [kind: string, part: () => Partial<OrderRequest>, steps: Step[], points: number][] = [
  ['C82 exchange, the difference paid, 20.00 given', () => ({}), [exchange, pay(), gives(2000)], 34],
  ['C82 edited down before it is paid, 10.00 given', () => pending, [editTo(3), pay(), gives(1000)], 19],
  ['C82 authorized, exchange, paid, 10.00 given', () => authorized, [exchange, pay(), gives(1000)], 43],
  [
    'C82 one back less a fee of 2.00, the 2.00 later',
    () => ({ lines: [{ variantId: variantOf('morning-house'), quantity: 2 }] }),
    [refund(1, { restockingMinor: 200 }), gives(200)],
    8,
  ],
  ['C82 edited down, what is due back paid back', () => ({}), [editTo(3), gives(1900)], 28],
  ['C82 the same, and 10.00 given', () => ({}), [editTo(3), gives(1900), gives(1000)], 19],
  ['C80 a unit back with its duty', dutied, [refund(1, { duties: true })], 9],
  ['C80 duty alone back', dutied, [refund(0, { dutyMinor: 400 })], 19],
  ['C80 the fee alone back', dutied, [refund(0, { feeMinor: 300 })], 19],
  ['C81 a unit back in cash that is rounded', () => ({}), [refund(1, { cashStepMinor: 20 })], 38],
  ['C90 a tip beside a custom item that goes back', tipped, [backOf(1)], 9],
  [
    'C85 a deposit of which a part went back',
    () => pending,
    [pay(2000), refund(0, { customMinor: 500, withMoney: true })],
    0,
  ],
];

/** 9.50, a custom item and a tip of 3.00 each. */
function tipped(): Partial<OrderRequest> {
  const lines = [{ variantId: variantOf('morning-house'), quantity: 1 }];
  return { lines, customItems: [{ title: 'Wrap', priceMinor: 300, quantity: 1 }], tipMinor: 300 };
}

const ANSWERS: Partial<Unsettled>[] = [
  {},
  { refundSubtotal: 'without-tax' },
  { editLeavesRefund: false },
  { transactionCurrency: 'untold' },
  { goodwillMoves: 'total' },
  { goodwillMoves: 'outstanding' },
  { partPaidRefund: 'partially_refunded' },
  { tipKeys: false },
  { cashAmount: 'exact' },
];

describe.each(ANSWERS)('where Shopify has %o', (answer) => {
  beforeAll(() => {
    world.shop.unsettled = { ...USUAL, ...answer };
  });
  afterAll(() => {
    world.shop.unsettled = USUAL;
  });

  test.each(GOODWILL)('C83 %s', async (_kind, part, steps, points) => {
    expect((await after(part(), steps)).points).toBe(points);
  });

  test.each(KINDS)('C83 %s', async (_kind, part, steps, points, pending = 0) => {
    expect(await after(part, steps)).toEqual({ points, pending });
  });
});
