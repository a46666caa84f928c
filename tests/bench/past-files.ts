// Bulk files of any number of past orders, made line by line as they are read: one order of the stand-in's with other ids.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pastOrdersQuery } from '#app/shopify/past-orders/past-orders-query.ts';
import { runBulkQuery } from '#tests/local-shopify/admin-api/bulk-query.ts';
import { coffeeRoaster } from '#tests/local-shopify/shop/coffee-roaster.ts';
import { LocalShopify } from '#tests/local-shopify/shop/local-shopify.ts';
import { CREDENTIALS } from './bench.ts';

export const ORDERS_A_MEMBER = 5;
const PLACED_AT = new Date('2026-03-01T10:00:00Z');
const FIRST_CUSTOMER = 7_000_000;
/** Of files that were made before: no two orders have one id. */
let made = 0;

type Model = { text: string; ids: readonly string[]; customerId: string };

export type PastFiles = { of(orders: number): string; stop(): Promise<void> };

export async function startPastFiles(): Promise<PastFiles> {
  const model = await modelOrder();
  const server = createServer(({ url = '' }, response) => {
    const orders = Number(/\d+/.exec(url)?.[0]);
    Readable.from(linesOf(model, orders)).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    of: (orders) => `http://127.0.0.1:${port}/${orders}.jsonl`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function modelOrder(): Promise<Model> {
  const shopify = await LocalShopify.open({ ...CREDENTIALS, shops: [coffeeRoaster()] });
  const shop = shopify.firstShop;
  const [customerId = ''] = shop.customers.keys();
  const variantId = shop.products.find(({ giftCard }) => !giftCard)?.variants[0]?.id ?? '';
  const lines = [{ variantId, quantity: 2 }];
  const placed = { customerId, lines, payment: 'paid', locale: 'en', placedAt: PLACED_AT } as const;
  const { id, lines: bought } = await shop.placeOrder(placed);
  const scopes = ['read_orders', 'read_all_orders', 'read_customers', 'read_products'];
  const installation = { id: '1', scopes, installedAt: PLACED_AT.toISOString() };
  const context = { shopify, shop, installation, scopes, at: shopify.clock() };
  const { parents, children } = runBulkQuery(context, pastOrdersQuery(null, shopify.clock()));
  const index = parents.findIndex((parent) => String(parent['id']).endsWith(`/${id}`));
  const text = [parents[index], ...(children[index] ?? [])].map((one) => `${JSON.stringify(one)}\n`).join('');
  return { text, ids: [id, ...bought.map((one) => one.id)], customerId };
}

function* linesOf({ text, ids, customerId }: Model, orders: number): Generator<string> {
  for (let nr = 0; nr < orders; nr += 1) {
    made += ids.length;
    let own = text.replaceAll(
      `Customer/${customerId}`,
      `Customer/${FIRST_CUSTOMER + Math.floor(nr / ORDERS_A_MEMBER)}`,
    );
    for (const [place, id] of ids.entries())
      own = own.replaceAll(id, String(8_500_000_000_000 + made + place));
    yield own;
  }
}
