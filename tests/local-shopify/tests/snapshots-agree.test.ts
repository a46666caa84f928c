// The stand-in tells an order twice, by webhook and by Admin API. The app's two reducers must see the same.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inMemory } from './in-memory.ts';
import type { InMemory } from './in-memory.ts';
import type { EditRequest, Order, OrderRequest, RefundRequest } from '#tests/local-shopify/shop/types.ts';
import { USUAL, type Unsettled } from '#tests/local-shopify/shop/unsettled.ts';
import { viaAdmin, viaWebhook } from './told-twice.ts';

let world: InMemory;

beforeAll(async () => {
  world = await inMemory();
  world.shopify.throttle(world.shop.domain).configure(100_000);
});
afterAll(() => world.stop());

async function expectSame(order: Order): Promise<void> {
  expect(JSON.stringify(await viaAdmin(world, order))).toBe(JSON.stringify(viaWebhook(world, order)));
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

type Kind = [name: string, part: Partial<OrderRequest>, change: (order: Order) => Promise<unknown>];

const line = (order: Order, index = 0): string => order.lines[index]?.id ?? '';
const JPY: Partial<OrderRequest> = { ...RICH, presentment: { currency: 'JPY', rateBp: 1_641_234 } };

const KINDS: Kind[] = [
  ['an edit down', JPY, (order) => edit(order, { lines: [{ lineId: line(order), quantity: 2 }] })],
  ['a line removed', RICH, (order) => edit(order, { lines: [{ lineId: line(order), quantity: 0 }] })],
  ['a product and an item added', JPY, (order) => edit(order, { lines: [], ...added() })],
  [
    'an exchange',
    RICH,
    (order) => edit(order, { lines: [{ lineId: line(order), quantity: 5 }], ...added() }),
  ],
  ['a custom amount given back', JPY, (order) => refund(order, { lines: [], customMinor: 777 })],
  ['shipping given back', RICH, (order) => refund(order, { lines: [], shippingMinor: 250 })],
  [
    'lines taken back without money',
    JPY,
    (order) => refund(order, { lines: [{ lineId: line(order, 1), quantity: 1 }], withMoney: false }),
  ],
  [
    'a refund to store credit',
    RICH,
    (order) => refund(order, { lines: [{ lineId: line(order), quantity: 1 }], to: 'store_credit' }),
  ],
  ['a part of the payment', { payment: 'pending' }, (order) => world.shop.payOrder(order.id, 1234)],
  ['a part captured', { payment: 'authorized' }, (order) => world.shop.payOrder(order.id, 1234)],
  ['an authorization voided', { payment: 'authorized' }, (order) => world.shop.voidOrder(order.id)],
  ['an authorization expired', { payment: 'authorized' }, (order) => world.shop.expireOrder(order.id)],
  ['a guest’s order claimed', { customerId: null }, (order) => move(order, 0)],
  ['an order moved to another customer', RICH, (order) => move(order, 2)],
  ['an order taken from its customer', RICH, (order) => world.shop.moveOrder(order.id, null)],
];

const edit = (order: Order, wanted: EditRequest) => world.shop.editOrder(order.id, wanted);
const refund = (order: Order, wanted: RefundRequest) => world.shop.refundOrder(order.id, wanted);
const move = (order: Order, index: number) =>
  world.shop.moveOrder(order.id, world.shop.setup.customers[index]?.id ?? '');
const added = () => ({
  added: [{ variantId: variantIds()[2] ?? '', quantity: 3 }],
  customItems: [{ title: 'Wrap', priceMinor: 135, quantity: 2 }],
});

/** Two lines with their duties, and a fee. */
const CHARGED: Partial<OrderRequest> = { ...JPY, feeMinor: 1_000 };
const dutied = (): Partial<OrderRequest> => ({
  ...CHARGED,
  lines: variantIds()
    .slice(0, 2)
    .map((variantId) => ({ variantId, quantity: 2, dutyMinor: 1_001 })),
});

test.each<[string, (order: Order) => Promise<unknown>]>([
  ['nothing more', () => Promise.resolve()],
  [
    'a unit given back with its duty',
    (order) => refund(order, { lines: [{ lineId: line(order), quantity: 1 }], duties: true }),
  ],
  ['duty alone given back', (order) => refund(order, { lines: [], dutyMinor: 400 })],
  ['the fee alone given back', (order) => refund(order, { lines: [], feeMinor: 1_000 })],
  [
    'less a fee of the merchant’s',
    (order) => refund(order, { lines: [{ lineId: line(order), quantity: 1 }], restockingMinor: 200 }),
  ],
  [
    'cash that is rounded',
    (order) => refund(order, { lines: [{ lineId: line(order), quantity: 1 }], cashStepMinor: 5 }),
  ],
  ['a parcel sent', (order) => world.shop.fulfillOrder(order.id)],
  [
    'two parcels, one called off',
    async (order) => {
      await world.shop.fulfillOrder(order.id);
      await world.shop.fulfillOrder(order.id);
      await world.shop.cancelFulfillment(order.id);
    },
  ],
  ['a cancellation', (order) => world.shop.cancelOrder(order.id)],
])('C80 duties and a fee, and %s are told the same both ways', async (_name, change) => {
  const order = await world.shop.placeOrder(request(dutied()));
  await change(order);
  await expectSame(order);
  expect(viaWebhook(world, order).duties?.ordered[0]).toBe(2_002);
});

const ANSWERS: Partial<Unsettled>[] = [
  { refundSubtotal: 'without-tax' },
  { editLeavesRefund: false },
  { transactionCurrency: 'untold' },
  { goodwillMoves: 'total' },
  { goodwillMoves: 'outstanding' },
  { partPaidRefund: 'partially_refunded' },
  { tipKeys: false },
  { cashAmount: 'exact' },
];

test.each(ANSWERS)('C83 where Shopify has %o, both ways tell the same', async (answer) => {
  world.shop.unsettled = { ...USUAL, ...answer };
  const order = await world.shop.placeOrder(request({ ...dutied(), tipsMinor: [300], payment: 'pending' }));
  await world.shop.editOrder(order.id, [{ lineId: line(order), quantity: 1 }]);
  await world.shop.payOrder(order.id, 2_000);
  await refund(order, { lines: [{ lineId: line(order, 1), quantity: 1 }], cashStepMinor: 5 });
  await expectSame(order);
  await world.shop.payOrder(order.id);
  await refund(order, { lines: [], customMinor: 500 });
  await expectSame(order);
  world.shop.unsettled = USUAL;
});

test('C83 a transaction told in the shop’s money is read in the shopper’s, within what cash may be rounded by', async () => {
  const order = await world.shop.placeOrder(request(JPY));
  await refund(order, { lines: [{ lineId: line(order), quantity: 1 }] });
  const [usual] = viaWebhook(world, order).refunds;
  world.shop.unsettled = { ...USUAL, transactionCurrency: 'shop' };
  const [inShopMoney] = viaWebhook(world, order).refunds;
  world.shop.unsettled = USUAL;
  const { moneyMinor = 0, roundingMinor = 0 } = inShopMoney ?? {};
  expect(Math.abs(moneyMinor - (usual?.moneyMinor ?? 0))).toBeLessThanOrEqual(roundingMinor);
});

test.each(KINDS)('C13 %s is told the same both ways', async (_name, part, change) => {
  const order = await world.shop.placeOrder(request(part));
  await change(order);
  await expectSame(order);
});

test('an order that was a draft is told the same both ways, with its manual discount', async () => {
  const draft = await world.shop.drafts.create({
    customerId: null,
    lines: [{ variantId: variantIds()[0] ?? '', quantity: 3 }],
    customItems: [{ title: 'Tasting', priceMinor: 1500, quantity: 1 }],
    discount: { title: 'Office rate', value: { kind: 'amount', amountMinor: 333 } },
    shippingMinor: 490,
    note: '',
  });
  const order = await world.shop.drafts.complete(draft.id, 'pending');
  await expectSame(order);
  await world.shop.payOrder(order.id);
  await expectSame(order);
});
