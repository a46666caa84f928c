// An order with free units, told by webhook and by the Admin API: the app sees the same units free in both, whether
// Shopify keeps the line whole or splits it, and whatever the shopper paid in.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import { inMemory } from './in-memory.ts';
import type { InMemory } from './in-memory.ts';
import type { Cart } from '#tests/local-shopify/shop/cart.ts';
import { requestOfCart } from '#tests/local-shopify/shop/cart-order.ts';
import type { Order } from '#tests/local-shopify/shop/types.ts';
import type { Unsettled } from '#tests/local-shopify/shop/unsettled.ts';
import { viaAdmin, viaWebhook } from './told-twice.ts';
import { addCardDiscounts, coffeeCard, memberCart } from '#tests/support/with-cards.ts';

let world: InMemory;

beforeAll(async () => {
  world = await inMemory();
  world.shopify.throttle(world.shop.domain).configure(100_000);
  await addCardDiscounts(world.shop, [coffeeCard(world.shop)]);
});
afterAll(() => world.stop());

/** By line, the longest first: units, and how many units' price our discount takes off, in the shop's money and in the shopper's. */
function freeOf(snapshot: OrderSnapshot): [units: number, shop: number, presentment: number][] {
  const told = snapshot.lines.map(({ quantity, gross, discounts }): [number, number, number] => {
    const ours = discounts.filter(
      ({ application }) => snapshot.discounts[application]?.title === 'Carte café',
    );
    const [shop, shown] = [0, 1].map((side) =>
      ours.reduce((sum, one) => sum + ((one.amount[side] ?? 0) * quantity) / (gross[side] ?? 1), 0),
    );
    return [quantity, shop ?? 0, shown ?? 0];
  });
  return told.sort(([a], [b]) => b - a);
}

async function told(order: Order): Promise<OrderSnapshot> {
  const snapshot = viaWebhook(world, order);
  expect(JSON.stringify(await viaAdmin(world, order))).toBe(JSON.stringify(snapshot));
  return snapshot;
}

type Presentment = Pick<Cart, 'presentment'>;
const CURRENCIES: [name: string, presentment: Presentment][] = [
  ['euros', {}],
  ['yen', { presentment: { currency: 'JPY', rateBp: 1_641_237 } }],
  ['dinars', { presentment: { currency: 'KWD', rateBp: 3_457 } }],
];
const FORMS: Unsettled['partlyFreeLine'][] = ['whole', 'split'];
const CASES = CURRENCIES.flatMap(([name, presentment]) =>
  FORMS.map((form): [string, Unsettled['partlyFreeLine'], Presentment] => [name, form, presentment]),
);

test.each(CASES)('whole units in %s, %s, through every change', async (_name, form, presentment) => {
  const { shop } = world;
  shop.unsettled = { ...shop.unsettled, partlyFreeLine: form };
  const cart = memberCart(shop, { 'morning-house': 12, 'enamel-cup': 1 }, { language: 'fr', ...presentment });
  const request = requestOfCart(shop, { ...cart, codes: ['SPRING10'] }, { payment: 'pending' });
  const order = await shop.placeOrder({ ...request, shippingMinor: 490 });
  const cup = [1, 0, 0];
  const coffee =
    form === 'whole'
      ? [[12, 2, 2]]
      : [
          [10, 0, 0],
          [2, 2, 2],
        ];
  expect(freeOf(await told(order))).toEqual([...coffee, cup]);

  const lineId = order.lines.at(-2)?.id ?? '';
  await shop.payOrder(order.id);
  await told(order);
  await shop.refundOrder(order.id, { lines: [{ lineId, quantity: 1 }] });
  await told(order);
  await shop.editOrder(order.id, [{ lineId, quantity: (order.lines.at(-2)?.currentQuantity ?? 0) + 1 }]);
  await told(order);
  await shop.cancelOrder(order.id);
  const cancelled = await told(order);
  expect(cancelled.lines.map((line) => line.currentQuantity)).toEqual(cancelled.lines.map(() => 0));
});

test('the application is automatic, has our title, and no code', async () => {
  const cart = memberCart(world.shop, { 'morning-house': 6 }, { language: 'fr' });
  const order = await world.shop.placeOrder(requestOfCart(world.shop, cart, { payment: 'paid' }));
  expect((await told(order)).discounts).toEqual([{ type: 'automatic', title: 'Carte café' }]);
});
