// The storefront's cart and checkout with free units: as pages and as JSON, for guests, members and typed e-mails.
import express from 'express';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { serve, visitor } from '#tests/storefront/scene/visitor.ts';
import type { Served, Visitor } from '#tests/storefront/scene/visitor.ts';
import { inMemory } from './in-memory.ts';
import type { InMemory } from './in-memory.ts';
import { orderedTotals } from '#tests/local-shopify/shop/order-totals.ts';
import type { Customer, Order } from '#tests/local-shopify/shop/types.ts';
import { storefrontRouter } from '#tests/local-shopify/storefront/router.ts';
import { addCardDiscounts, coffeeCard, setStamps } from '#tests/support/with-cards.ts';

let world: InMemory;
let site: Served;
let person: Visitor;
let member: Customer;

beforeEach(async () => {
  world = await inMemory();
  site = await serve(express().use(storefrontRouter(world.shopify)));
  person = visitor(site.url);
  await addCardDiscounts(world.shop, [coffeeCard(world.shop)]);
  const [first] = world.shop.customers.values();
  if (!first) throw new Error('no customer');
  member = first;
});
afterEach(async () => {
  await site.close();
  await world.stop();
});

function add(handle: string, quantity: number) {
  const id = world.shop.productByHandle(handle)?.variants[0]?.id ?? '';
  return person.post('/cart/add', { id, quantity: String(quantity) });
}

const signIn = (return_to = '/cart') =>
  person.post('/customer_authentication/login', { customer: member.id, return_to });

test('a code for shipping is off what checkout asks for it', async () => {
  const combinesWith = { productDiscounts: true, orderDiscounts: true, shippingDiscounts: false };
  const gives = { kind: 'shipping', upToMinor: 490 } as const;
  const sentFree = { title: 'Sent', tags: [], gives, combinesWith };
  const always = { startsAt: '2026-01-01T00:00:00Z', endsAt: null, recurringCycleLimit: null };
  const any = { items: null, minimum: null, usageLimit: 1 };
  const bought = { appliesOnSubscription: false, appliesOnOneTimePurchase: true };
  await world.shop.codeDiscounts.add({ ...sentFree, ...always, ...any, ...bought }, 'SENTFREE');
  await add('morning-house', 1);
  const shipping = async () => /Shipping<\/dt><dd>([^<]*)/.exec((await person.get('/checkout')).html)?.[1];
  expect(await shipping()).toBe('€4.90');
  await person.get('/discount/SENTFREE');
  expect(await shipping()).toBe('€0.00');
});

test('a form that adds leads to the cart, or where it says', async () => {
  const id = world.shop.productByHandle('guji')?.variants[0]?.id ?? '';
  const to = async (return_to: string) => (await person.post('/cart/add', { id, return_to })).path;
  expect(await to('/products/guji?variant=1')).toBe('/products/guji?variant=1');
  expect(await to('//example.com/x')).toBe('/');
  // This visitor tells nobody where they come from.
  expect([await to(''), await to('back')]).toEqual(['/cart', '/cart']);
});

type CartJson = {
  total_price: number;
  items: { quantity: number; final_line_price: number; line_level_discount_allocations: object[] }[];
};

async function cart(): Promise<CartJson> {
  return JSON.parse((await person.get('/cart.js')).html) as CartJson;
}

async function checkOut(fields: Record<string, string> = {}): Promise<Order> {
  const { html } = await person.get('/checkout');
  const token = /name="token" value="([^"]+)"/.exec(html)?.[1] ?? '';
  await person.post('/checkout', { token, payment: 'paid', ...fields });
  const [order] = world.shop.newestOrders(1);
  if (!order) throw new Error('no order');
  return order;
}

test('a guest pays for six; signing in at the cart makes one free at once, in the shopper’s language', async () => {
  await add('morning-house', 6);
  expect(await cart()).toMatchObject({ total_price: 5700, items: [{ line_level_discount_allocations: [] }] });
  const { html } = await signIn();
  expect(html).toMatch(/Coffee card −€9\.50/);
  await person.post('/localization', { locale_code: 'fr', return_to: '/cart' });
  expect(await cart()).toMatchObject({
    total_price: 4750,
    items: [
      {
        quantity: 6,
        final_line_price: 4750,
        line_level_discount_allocations: [
          { amount: 950, discount_application: { title: 'Carte café', type: 'automatic' } },
        ],
      },
    ],
  });
});

test('what the cart says is what the order comes to, in one line or in two', async () => {
  await signIn();
  for (const partlyFreeLine of ['whole', 'split'] as const) {
    world.shop.unsettled = { ...world.shop.unsettled, partlyFreeLine };
    await add('morning-house', 7);
    await add('enamel-cup', 1);
    const { total_price } = await cart();
    const order = await checkOut();
    expect(orderedTotals(order).subtotalMinor).toBe(total_price);
    expect(order.lines).toHaveLength(partlyFreeLine === 'split' ? 3 : 2);
  }
});

test('C72 a member’s address, typed: the order is theirs, the stamps are not used', async () => {
  await setStamps(world.shop, member.id, { coffee: [5, 5] });
  await add('morning-house', 6);
  const order = await checkOut({ email: member.email.toUpperCase() });
  expect(order).toMatchObject({ customerId: member.id, discounts: [] });
  await add('morning-house', 1);
  expect(await checkOut({ email: 'nobody@example.com' })).toMatchObject({ customerId: null, discounts: [] });
  await add('morning-house', 1);
  await signIn();
  expect((await checkOut()).discounts).toHaveLength(1);
});
