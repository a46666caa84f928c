// A shop whose past orders are read, and what its merchant says about them.
import { expect } from 'vitest';
import { beginPastOrders, changePastOrders, pastOrdersOf } from '#app/db/past-orders/past-orders.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { applyToldOrders } from '#app/usecases/orders/apply-orders.ts';
import { goOnWithPast } from '#app/usecases/past-orders/go-on-with-past.ts';
import { sayAboutPast, type SaidAboutPast } from '#app/usecases/past-orders/say-about-past.ts';
import { line, order } from './factories.ts';
import { installedShop, tell, type TestShop } from './shops.ts';

/** A paid order of that day. */
export const day = (date: string, minor = 1_000, customerId = '9001', quantity = 1) =>
  order({
    customerId,
    processedAt: `${date}T10:00:00Z`,
    updatedAt: `${date}T10:00:00Z`,
    lines: [line({ priceMinor: minor, quantity })],
  });

/** Its past orders are read. */
export async function shopWithPast(...past: ReturnType<typeof day>[]): Promise<TestShop> {
  const shop = await installedShop();
  await tell(shop, ...past);
  await applyToldOrders(shop.id);
  await beginPastOrders(pool(), shop.id, { sinceDay: null, askedBy: '42', at: new Date() });
  await changePastOrders(pool(), shop.id, 'asked', { step: 'read', dueAt: null });
  return shop;
}

export const say = (shop: TestShop, said: SaidAboutPast) => sayAboutPast(shop, said, '42');
export const rowOf = (shop: TestShop) => pastOrdersOf(pool(), shop.id);

/** As worker and bells do. Looks follow each other at once where the test says so. */
export async function work(shop: TestShop): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) {
    await goOnWithPast(shop.id);
    await applyToldOrders(shop.id);
  }
}

export async function count(shop: TestShop, awardsFrom: string | null = null, version = 1) {
  expect(await say(shop, { do: 'count', version, awardsFrom })).toEqual({ ok: true });
  await work(shop);
  return (await rowOf(shop))!.counted!;
}

/** As the page shows it. */
export async function seenOf(shop: TestShop) {
  const { version, awardsFrom, counted } = (await rowOf(shop))!;
  return { version: version!, awardsFrom, orders: counted!.orders, points: counted!.points };
}

export async function award(shop: TestShop, awardsFrom: string | null = null, version = 1) {
  await count(shop, awardsFrom, version);
  expect(await say(shop, { do: 'award', seen: await seenOf(shop) })).toEqual({ ok: true });
  await work(shop);
  expect(await rowOf(shop)).toMatchObject({ step: 'awarded' });
}

export async function undo(shop: TestShop) {
  expect(await say(shop, { do: 'undo' })).toEqual({ ok: true });
  await work(shop);
  return (await rowOf(shop))!;
}
