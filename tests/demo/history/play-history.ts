// Plays the demo's past: week by week the clock of shop and app moves on, and what was bought is told to the app by webhooks.
// What was begun and interrupted goes on where it was.
import { addDays } from '#app/core/values/days.ts';
import { requestOfCart } from '#tests/local-shopify/shop/cart-order.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import type { LocalShopify } from '#tests/local-shopify/shop/local-shopify.ts';
import type { Customer } from '#tests/local-shopify/shop/types.ts';
import { birthDates } from './birth-dates.ts';
import { PEOPLE } from './people.ts';
import { END_MINUTE, plannedOrders, WEEK_ENDS } from './plan.ts';
import type { PlannedOrder } from './planned-order.ts';
import { takeRewards } from './take-rewards.ts';

const SHIPPING_MINOR = 450;

export type Past = {
  shopify: LocalShopify;
  shop: LocalShop;
  /** The day on which it begins. */
  from: string;
  /** Waits until the app has done all that it was told. */
  settled: () => Promise<void>;
  /** What the merchant does at the end of a week, counted from 0. */
  merchant: (week: number) => Promise<void>;
};

/** Ends with the clock at the machine's time. Does nothing in a shop whose clock is there. */
export async function playHistory(past: Past): Promise<void> {
  const { shopify, shop, from, settled, merchant } = past;
  if (shopify.movable?.behindMs === 0) return;
  const waiting = plannedOrders().slice(shop.ordersEver());
  for (const [week, lastDay] of WEEK_ENDS.entries()) {
    const end = instant(from, lastDay, END_MINUTE);
    const orders = waiting.filter(({ day }) => day <= lastDay && day > (WEEK_ENDS[week - 1] ?? 0));
    const codes = await takeRewards(shop, week, orders);
    if (end > shopify.clock()) await shopify.moveClock(end);
    await returnGoods(past, week);
    for (const order of orders) await place(past, order, codes);
    await settled();
    await merchant(week);
  }
  await shopify.catchUpClock();
  await settled();
}

function instant(from: string, days: number, minute: number): Date {
  return new Date(Date.parse(`${addDays(from, days)}T00:00:00Z`) + minute * 60_000);
}

async function place(
  { shop, from }: Past,
  order: PlannedOrder,
  codesOf: ReadonlyMap<string, string>,
): Promise<void> {
  const { day, minute, buyer, bought, payment = 'paid', signedOut, discounts, tipMinor } = order;
  const customer = buyer === null ? null : await customerOf(shop, from, buyer);
  const code = codesOf.get(buyer ?? '');
  const cart = {
    customerId: customer?.id ?? null,
    isAuthenticated: customer !== null && !signedOut,
    language: customer?.locale ?? 'en',
    codes: code === undefined ? [] : [code],
    lines: bought.map(([handle, quantity]) => ({ variantId: firstVariant(shop, handle), quantity })),
  };
  const request = requestOfCart(shop, cart, {
    payment,
    placedAt: instant(from, day, minute),
    shippingMinor: SHIPPING_MINOR,
    ...(tipMinor ? { tipMinor } : {}),
  });
  await shop.placeOrder(discounts ? { ...request, discounts } : request);
}

/** Who buys for the first time opens an account, and may tell a birthday with it. */
async function customerOf(shop: LocalShop, from: string, email: string): Promise<Customer> {
  const found = [...shop.customers.values()].find((one) => one.email === email);
  const person = PEOPLE.find((one) => one.email === email);
  if (found) return found;
  if (!person) throw new Error(`The demo has no customer ${email}.`);
  const added = await shop.addCustomer({ ...person, phone: null, tags: [], address: null });
  const date = birthDates(from).get(email);
  if (date) await shop.setBirthDate(added.id, date);
  return added;
}

export function firstVariant(shop: LocalShop, handle: string): string {
  const variant = shop.productByHandle(handle)?.variants[0];
  if (!variant) throw new Error(`The catalogue has no product ${handle}.`);
  return variant.id;
}

/** Of orders of the week before. */
async function returnGoods({ shop }: Past, week: number): Promise<void> {
  const from = WEEK_ENDS[week - 2] ?? 0;
  const until = WEEK_ENDS[week - 1] ?? 0;
  const lastWeeks = plannedOrders().filter(({ day }) => day > from && day <= until);
  for (const { buyer, returned = 0 } of lastWeeks) {
    if (returned === 0) continue;
    const customer = [...shop.customers.values()].find(({ email }) => email === buyer);
    const order = [...shop.orders.values()].findLast(({ customerId }) => customerId === customer?.id);
    const line = order?.lines[0];
    if (!order || !line || order.refunds.length > 0) continue;
    await shop.refundOrder(order.id, { lines: [{ lineId: line.id, quantity: returned }] });
  }
}
