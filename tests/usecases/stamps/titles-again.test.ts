// A card's title that is used again, through real publishes.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import { pool } from '#app/db/pool.server.ts';
import { orderFlags } from '#app/db/stamps/order-flags.server.ts';
import { syncDiscounts } from '#app/usecases/discounts/sync-discounts.ts';
import { applyToldOrders } from '#app/usecases/orders/apply-orders.ts';
import { card, line, nextId, order } from '#tests/support/factories.ts';
import { publishCards } from '#tests/support/publish-cards.ts';
import { balance, tell, tellAndApply } from '#tests/support/shops.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const local = useLocalShopify(2);
/** Each test has its own: time goes back between them. */
let count = 0;
let shop: InstalledShop;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  shop = await local.install(count++);
});

afterEach(() => {
  vi.useRealTimers();
});

const wait = (ms: number) => vi.setSystemTime(Date.now() + ms);

/** As the hour's reconciliation would, and later. */
async function publish(...cards: Parameters<typeof publishCards>[1]): Promise<void> {
  expect(await publishCards(shop.id, cards)).toMatchObject({ ok: true });
  wait(MINUTE);
  await syncDiscounts(shop.id);
  wait(MINUTE);
}

/** Six, one of them free, placed now by a customer of their own. */
async function six(title: string): Promise<OrderSnapshot> {
  const lines = [line({ priceMinor: 300, quantity: 6, discounts: [{ application: 0, amount: [300, 300] }] })];
  const placed = new Date().toISOString();
  const bought = order({
    ...{ lines, customerId: nextId(), processedAt: placed, updatedAt: placed },
    discounts: [{ type: 'automatic', title }],
  });
  await tellAndApply(shop, bought);
  return bought;
}

/** Told once more, as a parcel that leaves tells it. */
async function touch(...orders: OrderSnapshot[]): Promise<void> {
  const updatedAt = new Date(Date.now()).toISOString();
  await tell(shop, ...orders.map((each) => ({ ...each, updatedAt, tags: ['sent'] })));
  await applyToldOrders(shop.id);
}

const stampsOf = async (bought: OrderSnapshot) =>
  Promise.all(
    ['coffee', 'second'].map(async (key) => (await balance(shop, bought.customerId ?? '', key)).stamps),
  );

const openFlags = async () =>
  (await orderFlags(pool(), shop.id, { decided: false, after: null, limit: 20 })).map(({ reason }) => reason);

it('C86 a title that a later card bears, and the first one again: orders of each time stay worth what they were', async () => {
  const [first, second] = [card(), card({ key: 'second' })];
  await publish(first);
  const old = await six('Coffee card');
  await publish(second);
  await touch(old);
  expect(await stampsOf(old)).toEqual([0, 0]);
  const between = await six('Coffee card');
  await publish(first);
  const restored = [await six('Coffee card'), await six('Coffee card'), await six('Carte café')];
  wait(30 * 24 * HOUR);
  await touch(old, between, ...restored);
  for (const each of [old, between, ...restored]) expect(await stampsOf(each)).toEqual([0, 0]);
  expect(await openFlags()).toEqual([]);
});

it('C69 C86 a discount renamed by hand is read from when it can have been, however often it is looked at', async () => {
  await publish(card());
  const before = await six('Summer');
  expect(await openFlags()).toEqual(['foreign-title']);
  wait(3 * HOUR);
  await syncDiscounts(shop.id);
  const [discount] = shop.local.automaticDiscounts.values();
  await shop.local.automaticDiscounts.change(discount!.id, { title: 'Summer' });
  wait(HOUR / 2);
  const renamed = await six('Summer');
  expect(await stampsOf(renamed)).toEqual([6, 0]);
  wait(HOUR / 2);
  await syncDiscounts(shop.id);
  await applyToldOrders(shop.id);
  expect(await stampsOf(renamed)).toEqual([0, 0]);
  wait(MINUTE);
  await syncDiscounts(shop.id);
  wait(48 * HOUR);
  const after = await six('Summer');
  await touch(before, renamed, after);
  expect(await Promise.all([before, renamed, after].map(stampsOf))).toEqual([
    [6, 0],
    [0, 0],
    [6, 0],
  ]);
});
