// Orders of a bulk file are the orders that are read one by one, whatever becomes of the file.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bulkState, cancelBulk, startBulk } from '#app/shopify/admin-api/bulk-operations.ts';
import { readBulkLines } from '#app/shopify/admin-api/read-bulk-lines.ts';
import { pastOrdersQuery } from '#app/shopify/past-orders/past-orders-query.ts';
import { pastOrders, type PastOrder } from '#app/shopify/past-orders/past-orders.ts';
import { fetchOrder } from '#app/shopify/snapshots/fetch-order.ts';
import { whyNoBulkQuery } from '#tests/local-shopify/admin-api/bulk-query.ts';

const local = useLocalShopify();
let shop: InstalledShop;
const LATER = new Date('2030-01-01T00:00:00Z');

async function place(count: number): Promise<string[]> {
  const ids: string[] = [];
  const products = shop.local.products.filter(({ giftCard }) => !giftCard);
  const [customer] = shop.local.customers.keys();
  for (let nr = 0; nr < count; nr += 1) {
    const lines = products
      .slice(0, 1 + (nr % 3))
      .map(({ variants }) => ({ variantId: variants[0]!.id, quantity: 1 + nr }));
    const bought = await shop.local.placeOrder({
      customerId: customer!,
      lines,
      payment: 'paid',
      locale: 'en',
    });
    ids.push(bought.id);
  }
  return ids;
}

async function fileOf(since: Date | null = null): Promise<string> {
  const id = await startBulk(shop.domain, pastOrdersQuery(since, LATER));
  for (;;) {
    const state = await bulkState(shop.domain, id ?? '');
    if (state.state === 'done') return state.url ?? '';
    if (state.state === 'failed') throw new Error(state.why);
  }
}

async function all(url: string, skip = 0): Promise<PastOrder[]> {
  const found: PastOrder[] = [];
  for await (const order of pastOrders(shop.domain, url, skip)) found.push(order);
  return found;
}

let ids: string[];
beforeAll(async () => {
  shop = await local.install();
  local.shopify().throttle(shop.domain).configure(1_000_000);
  ids = await place(7);
});
beforeEach(() => shop.local.bulk.trouble.clear());

it('S-20 each is what it is when it is read by itself', async () => {
  const found = await all(await fileOf());
  const ours = found.filter(({ orderId }) => ids.includes(orderId ?? ''));
  expect(ours).toHaveLength(7);
  for (const { orderId, snapshot } of ours)
    expect(snapshot).toEqual(await fetchOrder(shop.domain, orderId ?? ''));
});

it('C12 one with a refund is read by itself', async () => {
  const [id] = await place(1);
  const bought = shop.local.orders.get(id!)!;
  await shop.local.refundOrder(id!, {
    lines: [{ lineId: bought.lines[0]!.id, quantity: 1, restock: true }],
    shippingMinor: 0,
  } as never);
  const found = await all(await fileOf());
  expect(found.find(({ orderId }) => orderId === id)).toMatchObject({ snapshot: null, why: 'by-itself' });
});

it('C134 rubbish in the file costs the order that it is in, and no other', async () => {
  const before = await all(await fileOf());
  shop.local.bulk.trouble.rubbishAt = [2];
  const found = await all(await fileOf());
  expect(found.filter(({ orderId }) => orderId === null)).toHaveLength(1);
  const first = before[0]!.orderId;
  expect(found.find(({ orderId }) => orderId === first)).toMatchObject({ snapshot: null, why: 'by-itself' });
  const others = ({ orderId }: PastOrder) => orderId !== first && orderId !== null;
  expect(found.filter(others).map(({ snapshot }) => snapshot)).toEqual(
    before.filter(others).map(({ snapshot }) => snapshot),
  );
});

it('C134 a file whose parts aren’t grouped makes every order be read by itself', async () => {
  shop.local.bulk.trouble.scatters = true;
  const found = await all(await fileOf());
  const alone = new Set(found.map(({ orderId }) => orderId));
  expect(ids.every((id) => alone.has(id))).toBe(true);
  expect(found.filter(({ snapshot }) => snapshot !== null)).toEqual([]);
});

describe('C133 a file that breaks off', () => {
  it('throws, and goes on behind the last whole order', async () => {
    const url = await fileOf();
    const whole = await all(url);
    shop.local.bulk.trouble.breaksAfter = { bytes: 3_000, times: 1 };
    const seen: PastOrder[] = [];
    const broken = (async () => {
      for await (const order of pastOrders(shop.domain, url)) seen.push(order);
    })();
    await expect(broken).rejects.toMatchObject({ code: 'admin-unavailable' });
    const rest = await all(url, seen.at(-1)?.line ?? 0);
    expect([...seen, ...rest].map(({ orderId }) => orderId)).toEqual(whole.map(({ orderId }) => orderId));
  });

  it('lives for seven days', async () => {
    const url = await fileOf();
    const old = url.replace(/\d+\.jsonl/, '1.jsonl');
    await expect(readBulkLines(shop.domain, old).next()).rejects.toMatchObject({ code: 'admin-unavailable' });
  });
});

describe('a bulk operation', () => {
  it('asks for what was placed before an instant, and since another where there is one', () => {
    expect(pastOrdersQuery(null, LATER)).toContain(`query: "processed_at:<'2030-01-01T00:00:00.000Z'"`);
    expect(pastOrdersQuery(new Date('2026-01-01T00:00:00Z'), LATER)).toContain("processed_at:>='2026-01-01");
  });

  it('is one of five at a time, fails, and is called off', async () => {
    shop.local.bulk.trouble.holds = true;
    const started: string[] = [];
    for (let nr = 0; nr < 5; nr += 1)
      started.push((await startBulk(shop.domain, pastOrdersQuery(null, LATER))) ?? '');
    expect(await startBulk(shop.domain, pastOrdersQuery(null, LATER))).toBeNull();
    for (const id of started.slice(1)) await cancelBulk(shop.domain, id);
    expect(await bulkState(shop.domain, started[1]!)).toEqual({ state: 'failed', why: 'CANCELED' });
    shop.local.bulk.trouble.holds = false;
    shop.local.bulk.trouble.fails = 'TIMEOUT';
    await bulkState(shop.domain, started[0]!);
    expect(await bulkState(shop.domain, started[0]!)).toEqual({ state: 'failed', why: 'TIMEOUT' });
    expect(await bulkState(shop.domain, '1')).toEqual({ state: 'failed', why: 'UNKNOWN' });
  });

  it.each([
    ['{ shop { name } }', 'at least one connection'],
    ['{ orders { nodes { id } } }', 'edges'],
    ['{ orders { edges { node { refunds { refundLineItems { edges { node { id } } } } } } } }', 'list field'],
    ['{ orders { edges { node { nothing } } } }', 'Cannot query'],
  ])('is refused where it asks what none may: %s', (query, why) => {
    expect(whyNoBulkQuery(query)).toContain(why);
  });
});
