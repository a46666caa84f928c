// An order that names nobody any more: its customer was taken off it, or is gone. One end, in whatever order it is told.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OrderNews } from '#app/core/snapshots/order-news.ts';
import { pool } from '#app/db/pool.server.ts';
import { parseOrderNews } from '#app/shopify/snapshots/order-payload.ts';
import { hashSnapshot } from '#app/usecases/orders/accept-order-news.ts';
import { applyOrders, applyToldOrders } from '#app/usecases/orders/apply-orders.ts';
import { orderPayload } from '#tests/local-shopify/webhooks/order-payload.ts';
import type { Order } from '#tests/local-shopify/shop/types.ts';
import { at, line, order } from '#tests/support/factories.ts';
import { merge, pointsOfShop, redact } from '#tests/support/people.ts';
import { balance, installedShop, tell, tellAndApply } from '#tests/support/shops.ts';

const local = useLocalShopify();
let shop: InstalledShop;

beforeAll(async () => {
  shop = await local.install();
});

/** Shopify's times have whole seconds: what comes within one second is a tie. */
const pause = () => new Promise((resolve) => setTimeout(resolve, 1_050));

function newsOf(bought: Order): OrderNews {
  const read = parseOrderNews('orders/updated', JSON.stringify(orderPayload(shop.local, bought)));
  if (!read.ok) throw new Error(read.reason);
  return read.news;
}

async function newCustomer(): Promise<string> {
  const [example] = shop.local.customers.values();
  const { id: _, createdAt: __, updatedAt: ___, metafields: ____, ...rest } = example!;
  return (await shop.local.addCustomer({ ...rest, email: `${String(Math.random())}@example.com` })).id;
}

/** The news "customer A" and "no customer", in this order. */
async function boughtAndLost(customerId: string) {
  const variantId = shop.local.products.find(({ giftCard }) => !giftCard)!.variants[0]!.id;
  const lines = [{ variantId, quantity: 2 }];
  const bought = await shop.local.placeOrder({ customerId, lines, payment: 'paid', locale: 'en' });
  const named = newsOf(bought);
  await pause();
  const lost = newsOf(await shop.local.moveOrder(bought.id, null));
  return { id: bought.id, named, lost };
}

const ORDERS = [
  ['told as it happened', ([named, lost]: OrderNews[]) => [[named!], [lost!]]],
  ['told the other way round', ([named, lost]: OrderNews[]) => [[lost!], [named!]]],
  ['told at once', ([named, lost]: OrderNews[]) => [[named!, lost!]]],
  ['told at once, the other way round', ([named, lost]: OrderNews[]) => [[lost!, named!]]],
  ['told twice', ([named, lost]: OrderNews[]) => [[lost!], [named!], [lost!], [named!]]],
] as const;

const hashOf = (news: OrderNews) => (news.kind === 'snapshot' ? hashSnapshot(news.snapshot).hash : '');

/** As `boughtAndLost`, both within one second: which of them is stored goes by their hashes. */
async function lostAtOnce(customerId: string, stored: 'named' | 'lost') {
  const variantId = shop.local.products.find(({ giftCard }) => !giftCard)!.variants[0]!.id;
  for (;;) {
    const lines = [{ variantId, quantity: 2 }];
    const bought = await shop.local.placeOrder({ customerId, lines, payment: 'paid', locale: 'en' });
    const [named, at] = [newsOf(bought), bought.updatedAt];
    const moved = await shop.local.moveOrder(bought.id, null);
    const lost = newsOf(moved);
    if (moved.updatedAt === at && hashOf(named) > hashOf(lost) === (stored === 'named'))
      return { named, lost };
  }
}

/** An order moved from a newer customer to an older one within a second; stored is the second, by its hash. */
async function movedAtOnce(older: string, newer: string) {
  const variantId = shop.local.products.find(({ giftCard }) => !giftCard)!.variants[0]!.id;
  for (;;) {
    const lines = [{ variantId, quantity: 2 }];
    const bought = await shop.local.placeOrder({ customerId: newer, lines, payment: 'paid', locale: 'en' });
    const [first, at] = [newsOf(bought), bought.updatedAt];
    const moved = await shop.local.moveOrder(bought.id, older);
    const second = newsOf(moved);
    if (moved.updatedAt === at && hashOf(second) > hashOf(first)) return { id: bought.id, first, second };
  }
}

async function tellEach(batches: OrderNews[][]): Promise<void> {
  for (const batch of batches) {
    await tell(shop, ...batch);
    await applyOrders(shop.id);
  }
}

describe('a customer taken off an order', () => {
  it.each(ORDERS)('C92 loses what it brought (%s)', async (_name, inOrder) => {
    const customerId = await newCustomer();
    const { named, lost } = await boughtAndLost(customerId);
    await tellEach(inOrder([named, lost]));
    expect(await balance(shop, customerId)).toMatchObject({ points: 0, pending: 0, stamps: 0 });
  });

  it.each(['named', 'lost'] as const)(
    'C92 within the second in which it was told loses what it brought, if “%s” is stored of the two',
    async (stored) => {
      for (const turned of [false, true]) {
        const customerId = await newCustomer();
        const { named, lost } = await lostAtOnce(customerId, stored);
        await tellEach(turned ? [[lost], [named]] : [[named], [lost]]);
        expect(await balance(shop, customerId)).toMatchObject({ points: 0, pending: 0, stamps: 0 });
      }
    },
  );

  it('C92 gets it back with the order, and whoever gets the order instead has it', async () => {
    const [right, wrong] = [await newCustomer(), await newCustomer()];
    const { id, named, lost } = await boughtAndLost(wrong);
    await tellEach([[named], [lost]]);
    await pause();
    await tellEach([[newsOf(await shop.local.moveOrder(id, wrong))]]);
    const points = (await balance(shop, wrong)).points;
    expect(points).toBeGreaterThan(0);
    await pause();
    await tellEach([[newsOf(await shop.local.moveOrder(id, null))]]);
    await pause();
    await tellEach([[newsOf(await shop.local.moveOrder(id, right))]]);
    expect([await balance(shop, wrong), await balance(shop, right)]).toMatchObject([
      { points: 0 },
      { points },
    ]);
  });

  it('C92 while Shopify can’t be asked, keeps it; then it is decided', async () => {
    const customerId = await newCustomer();
    const { named, lost } = await boughtAndLost(customerId);
    await tellEach([[named]]);
    const { points } = await balance(shop, customerId);
    await tell(shop, lost);
    await applyToldOrders(shop.id);
    expect(await balance(shop, customerId)).toMatchObject({ points });
    await applyOrders(shop.id);
    expect(await balance(shop, customerId)).toMatchObject({ points: 0 });
  });
});

describe('a customer who is gone', () => {
  it.each(ORDERS)('C92 keeps what the order brought (%s)', async (_name, inOrder) => {
    const customerId = await newCustomer();
    const { named, lost } = await boughtAndLost(customerId);
    await shop.local.deleteCustomer(customerId);
    await tellEach(inOrder([named, lost]));
    expect((await balance(shop, customerId)).points).toBeGreaterThan(0);
  });

  it('C92 keeps it too when they got it within the second in which it was somebody else’s', async () => {
    const [older, newer] = [await newCustomer(), await newCustomer()];
    const { id, first, second } = await movedAtOnce(older, newer);
    await tellEach([[first], [second]]);
    await pause();
    const lost = newsOf(await shop.local.moveOrder(id, null));
    await shop.local.deleteCustomer(older);
    await tellEach([[lost]]);
    expect((await balance(shop, older)).points).toBeGreaterThan(0);
  });

  it('C92 because they were merged: asked for is the customer who was kept', async () => {
    const [kept, gone] = [await newCustomer(), await newCustomer()];
    const { named, lost } = await boughtAndLost(gone);
    await shop.local.deleteCustomer(gone);
    await tellEach([[named]]);
    await merge(shop, kept, gone);
    expect((await balance(shop, kept)).points).toBeGreaterThan(0);
    await tellEach([[lost]]);
    expect(await balance(shop, kept)).toMatchObject({ points: 0 });
  });
});

describe('until Shopify was asked', () => {
  const bought = () => order({ customerId: '1', lines: [line({ priceMinor: 1_000 })] });

  it('C92 the order is whose it was last, in whatever order it is told', async () => {
    for (const turned of [false, true]) {
      const here = await installedShop();
      const named = bought();
      const lost = { ...named, customerId: null, updatedAt: at('11:00') };
      await tellAndApply(here, ...(turned ? [lost, named] : [named, lost]));
      expect(await balance(here, '1')).toMatchObject({ points: 10 });
    }
  });

  it('C63 C92 an erased customer goes out of it, and an older telling brings nobody back', async () => {
    const here = await installedShop();
    const named = bought();
    const lost = { ...named, customerId: null, updatedAt: at('11:00') };
    await tellAndApply(here, lost);
    await redact(here, '1');
    await tellAndApply(here, named);
    expect(await pointsOfShop(here)).toBe(0);
    const { rows } = await pool().query('select "lastCustomerId" from "Order" where "shopId" = $1', [
      here.id,
    ]);
    expect(rows).toEqual([{ lastCustomerId: null }]);
  });

  it('C63 C92 the customer who was taken off goes out of the order when they are erased', async () => {
    const here = await installedShop();
    const named = bought();
    await tellAndApply(here, named, { ...named, customerId: null, updatedAt: at('11:00') });
    await pool().query('update "Order" set "takenOff" = true, revision = revision + 1 where "shopId" = $1', [
      here.id,
    ]);
    await applyToldOrders(here.id);
    expect(await balance(here, '1')).toMatchObject({ points: 0 });
    await redact(here, '1');
    const { rows } = await pool().query<{ text: string }>(
      'select o::text as text from "Order" o where "shopId" = $1',
      [here.id],
    );
    expect(rows[0]!.text).not.toContain('"customerId": "1"');
    const left = await pool().query('select "lastCustomerId" from "Order" where "shopId" = $1', [here.id]);
    expect(left.rows).toEqual([{ lastCustomerId: null }]);
  });

  it('C63 an order placed after the request that isn’t applied yet begins anew, as any other', async () => {
    const here = await installedShop();
    await tell(here, order({ customerId: '1', lines: [line({ priceMinor: 1_000 })] }));
    await redact(here, '1', [], '09:59');
    await applyToldOrders(here.id);
    expect(await balance(here, '1')).toMatchObject({ points: 10 });
  });

  it.each([
    ['told before its last customer was kept', null, null],
    ['moved by a process of the release before, which keeps none', '2', at('09:00')],
  ])('an order that was %s stays whose it was', async (_name, lastId, lastAt) => {
    const here = await installedShop();
    const named = bought();
    await tellAndApply(here, named);
    await pool().query(
      'update "Order" set "lastCustomerId" = $2, "lastCustomerAt" = $3 where "shopId" = $1',
      [here.id, lastId, lastAt],
    );
    await tellAndApply(here, { ...named, customerId: null, updatedAt: at('11:00') });
    expect(await balance(here, '1')).toMatchObject({ points: 10 });
    const { rows } = await pool().query(
      'select "lastCustomerId"::text, "needsRead" from "Order" where "shopId" = $1',
      [here.id],
    );
    expect(rows).toEqual([{ lastCustomerId: '1', needsRead: true }]);
  });
});
