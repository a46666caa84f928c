// Past orders are read out of Shopify's file, give nothing by that, and are told like all others.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { pastOrdersOf, shopsWithPastOrders } from '#app/db/past-orders/past-orders.server.ts';
import { keptOrderMismatches } from '#app/usecases/history/compare-kept-orders.ts';
import { figureMismatches } from '#app/db/figures/daily-figures.server.ts';
import { applyOrders } from '#app/usecases/orders/apply-orders.ts';
import { goOnWithPast } from '#app/usecases/past-orders/go-on-with-past.ts';
import { sayAboutPast } from '#app/usecases/past-orders/say-about-past.ts';
import { uninstall } from '#tests/support/people.ts';

// Looks follow each other at once: what is waited for is done by the test itself.
vi.mock('node:timers/promises', () => ({ setTimeout: () => Promise.resolve() }));

const local = useLocalShopify(8);
let nextShop = 0;
let shop: InstalledShop;
let customers: string[];

const stepOf = async () => (await pastOrdersOf(pool(), shop.id))?.step;
const say = (command: Parameters<typeof sayAboutPast>[1]) => sayAboutPast(shop, command, '42');
const read = () => say({ do: 'read', sinceDay: null });

/** As worker and bells do, until the merchant has the word. */
async function work(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) {
    await goOnWithPast(shop.id);
    await applyOrders(shop.id);
  }
}

async function place(customerId: string | null, quantity = 1) {
  const { variants } = shop.local.products.find(({ giftCard }) => !giftCard)!;
  const lines = [{ variantId: variants[0]!.id, quantity }];
  return shop.local.placeOrder({ customerId, lines, payment: 'paid', locale: 'en' });
}

async function ordersOf() {
  const { rows } = await pool().query<{ orderId: string; memberId: string | null; kept: boolean }>(
    `select o."orderId"::text, o."memberId"::text, k."orderId" is not null as kept from "Order" o
     left join "KeptOrder" k on k."shopId" = o."shopId" and k."orderId" = o."orderId" where o."shopId" = $1 order by 1`,
    [shop.id],
  );
  return rows;
}

beforeEach(async () => {
  shop = await local.install(nextShop++);
  local.shopify().throttle(shop.domain).configure(1_000_000);
  customers = [...shop.local.customers.keys()].slice(0, 2);
  // The app was installed after all of these.
  await pool().query(`update "Shop" set "earnsFrom" = now() + interval '1 hour' where id = $1`, [shop.id]);
});

describe('S-20 past orders', () => {
  it('are history, and give nothing: who bought, when, and how much', async () => {
    await place(customers[0]!, 2);
    await place(customers[1]!);
    const back = await place(customers[1]!);
    const { id } = back.lines[0]!;
    await shop.local.refundOrder(back.id, { lines: [{ lineId: id, quantity: 1 }] });
    await place(null);
    expect(await read()).toEqual({ ok: true });
    expect(await shopsWithPastOrders(pool(), new Date(Date.now() + 1_000))).toContain(shop.id);
    await work();
    const row = await pastOrdersOf(pool(), shop.id);
    expect(row).toMatchObject({ step: 'read', found: shop.local.orders.size, unreadable: 0, alone: [] });
    expect(row!.stored).toBe(shop.local.orders.size);
    expect(row!.readAlone).toBeGreaterThanOrEqual(1);
    expect(await shopsWithPastOrders(pool(), new Date(Date.now() + 86_400_000))).not.toContain(shop.id);
    const orders = await ordersOf();
    expect(orders).toHaveLength(shop.local.orders.size);
    expect(orders.find(({ orderId }) => orderId === back.id)).toMatchObject({ kept: false });
    const entries = await pool().query('select 1 from "LedgerEntry" where "shopId" = $1', [shop.id]);
    expect(entries.rowCount).toBe(0);
    expect(await keptOrderMismatches(pool(), shop.id, { part: 0, of: 1 })).toEqual([]);
  });

  it('make members who joined with the first of them', async () => {
    const old = await place(customers[0]!);
    Object.assign(shop.local.orders.get(old.id)!, { processedAt: '2026-03-01T10:00:00Z' });
    await read();
    await goOnWithPast(shop.id);
    await applyOrders(shop.id);
    // Stopped and begun anew: the first reading made them.
    await say({ do: 'stop' });
    await read();
    await work();
    const { rows } = await pool().query(
      `select "joinedOn"::text as day, "firstOn"::text as first from "Member" where "shopId" = $1 and "customerId" = $2`,
      [shop.id, customers[0]],
    );
    expect(rows).toEqual([{ day: '2026-03-01', first: '2026-03-01' }]);
    expect(await figureMismatches(pool(), shop.id)).toEqual([]);
  });

  it('C12 C133 are the same when they are read twice, in parallel, and told by webhooks meanwhile', async () => {
    for (const customer of customers) await place(customer);
    await read();
    await Promise.all([goOnWithPast(shop.id), goOnWithPast(shop.id), applyOrders(shop.id)]);
    await work();
    const before = await ordersOf();
    expect(await read()).toEqual({ ok: true });
    expect(await read()).toEqual({ ok: false, refused: 'not-now' });
    await work();
    expect(await stepOf()).toBe('read');
    expect(await ordersOf()).toEqual(before);
  });
});

describe('C133 past orders that are interrupted', () => {
  it('stop where they are told to, and go on from there', async () => {
    await place(customers[0]!);
    shop.local.bulk.trouble.holds = true;
    await read();
    await goOnWithPast(shop.id);
    expect(await stepOf()).toBe('made');
    expect(await say({ do: 'stop' })).toEqual({ ok: true });
    expect(await say({ do: 'stop' })).toEqual({ ok: true });
    await goOnWithPast(shop.id);
    expect(await stepOf()).toBe('stopped');
    shop.local.bulk.trouble.clear();
    expect(await say({ do: 'go-on' })).toEqual({ ok: true });
    expect(await say({ do: 'go-on' })).toEqual({ ok: true });
    await work();
    expect(await pastOrdersOf(pool(), shop.id)).toMatchObject({
      step: 'read',
      stored: shop.local.orders.size,
    });
  });

  it('C134 get over a file that breaks off, rubbish in it, and parts that come apart', async () => {
    for (let nr = 0; nr < 5; nr += 1) await place(customers[nr % 2]!);
    Object.assign(shop.local.bulk.trouble, { breaksAfter: { bytes: 2_500, times: 2 }, rubbishAt: [3] });
    await read();
    await work();
    const row = await pastOrdersOf(pool(), shop.id);
    expect(row).toMatchObject({ step: 'read', unreadable: 1 });
    expect(await ordersOf()).toHaveLength(shop.local.orders.size);
    shop.local.bulk.trouble.clear();
    shop.local.bulk.trouble.scatters = true;
    await read();
    await work();
    // The parts of the last one follow it.
    expect(await pastOrdersOf(pool(), shop.id)).toMatchObject({
      step: 'read',
      readAlone: shop.local.orders.size - 1,
    });
  });

  it('C134 go on with a file that ended too early, and say so where it never gets any longer', async () => {
    for (let nr = 0; nr < 5; nr += 1) await place(customers[nr % 2]!);
    // Between an order and its goods.
    shop.local.bulk.trouble.endsAfter = { lines: 4, times: 1 };
    await read();
    await work();
    const all = shop.local.orders.size;
    expect(await pastOrdersOf(pool(), shop.id)).toMatchObject({ step: 'read', found: all, stored: all });
    expect(await ordersOf()).toHaveLength(all);
    shop.local.bulk.trouble.endsAfter = { lines: 4, times: 99 };
    await read();
    await work();
    expect(await pastOrdersOf(pool(), shop.id)).toMatchObject({ step: 'failed', why: 'file-broken' });
    shop.local.bulk.trouble.clear();
    await say({ do: 'go-on' });
    await work();
    expect(await pastOrdersOf(pool(), shop.id)).toMatchObject({ step: 'read', stored: all });
  });

  it('say so where Shopify fails, and begin again when they are told to', async () => {
    await place(customers[0]!);
    shop.local.bulk.trouble.fails = 'TIMEOUT';
    await read();
    await work();
    expect(await pastOrdersOf(pool(), shop.id)).toMatchObject({ step: 'failed', why: 'bulk-failed' });
    shop.local.bulk.trouble.clear();
    expect(await say({ do: 'go-on' })).toEqual({ ok: true });
    await work();
    expect(await stepOf()).toBe('read');
    shop.local.bulk.trouble.breaksAfter = { bytes: 10, times: 99 };
    await read();
    await work();
    expect(await pastOrdersOf(pool(), shop.id)).toMatchObject({ step: 'failed', why: 'file-broken' });
  });

  it('wait while the shop is uninstalled, and hold up nothing', async () => {
    await place(customers[0]!);
    await read();
    await uninstall(shop);
    await goOnWithPast(shop.id).catch((error: unknown) => expect(String(error)).toMatch(/installed|reopen/i));
    expect(await stepOf()).toBe('asked');
  });
});
