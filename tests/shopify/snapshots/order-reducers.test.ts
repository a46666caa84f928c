import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import { fetchOrder } from '#app/shopify/snapshots/fetch-order.ts';
import { ORDER_FIELDS, parseOrderNews } from '#app/shopify/snapshots/order-payload.ts';
import { includeFields } from '#tests/local-shopify/webhooks/include-fields.ts';
import { orderPayload } from '#tests/local-shopify/webhooks/order-payload.ts';
import type { Order, OrderRequest } from '#tests/local-shopify/shop/types.ts';

const local = useLocalShopify();
let shop: InstalledShop;

beforeAll(async () => {
  shop = await local.install();
});

function fromPayload(order: Order, fields: readonly string[] | null = null): OrderSnapshot {
  const payload = orderPayload(shop.local, order);
  const body = fields ? includeFields(payload, [...fields]) : payload;
  const read = parseOrderNews('orders/updated', JSON.stringify(body));
  if (!read.ok) throw new Error(read.reason);
  if (read.news.kind !== 'snapshot') throw new Error(read.news.kind);
  return read.news.snapshot;
}

async function place(request: Partial<OrderRequest> = {}): Promise<Order> {
  const [a, b] = shop.local.products.flatMap(({ variants }) => variants);
  return shop.local.placeOrder({
    customerId: [...shop.local.customers.keys()][0]!,
    lines: [
      { variantId: a!.id, quantity: 3 },
      { variantId: b!.id, quantity: 2 },
    ],
    payment: 'paid',
    locale: 'en',
    ...request,
  });
}

const percent = {
  type: 'discount_code',
  title: 'SPRING',
  value: { kind: 'percent', percentBp: 1_250 },
} as const;
const automatic = {
  type: 'automatic',
  title: 'Sixth free',
  value: { kind: 'free_units', units: 1 },
} as const;

/** Orders of every kind that the reducers must read alike. */
const KINDS: [string, () => Promise<Order>][] = [
  ['paid at once', () => place()],
  ['by a guest, pending', () => place({ customerId: null, payment: 'pending' })],
  ['authorized', () => place({ payment: 'authorized' })],
  [
    'with shipping, a tip, tags and a note',
    () => place({ shippingMinor: 490, tipMinor: 250, tags: ['wholesale', 'b'], note: 'ring twice' }),
  ],
  ['with a code and an automatic discount', () => place({ discounts: [percent, automatic] })],
  [
    'paid in another currency',
    () => place({ presentment: { currency: 'JPY', rateBp: 1_630_000 }, discounts: [percent] }),
  ],
  [
    'with a custom item and a bundle',
    async () => {
      const variantId = shop.local.products[1]!.variants[0]!.id;
      const customItems = [{ title: 'Cupping', priceMinor: 2_000, quantity: 1 }];
      return place({ customItems, lines: [{ variantId, quantity: 2, groupId: '77' }] });
    },
  ],
  [
    'refunded in part, with shipping and money beside',
    async () => {
      const order = await place({ shippingMinor: 490, discounts: [percent] });
      const lines = [{ lineId: order.lines[0]!.id, quantity: 1 }];
      await shop.local.refundOrder(order.id, { lines, shippingMinor: 100 });
      return shop.local.refundOrder(order.id, { lines: [], customMinor: 300 });
    },
  ],
  [
    'edited up and down',
    async () => {
      const order = await place();
      return shop.local.editOrder(order.id, [
        { lineId: order.lines[0]!.id, quantity: 5 },
        { lineId: order.lines[1]!.id, quantity: 1 },
      ]);
    },
  ],
  ['cancelled', async () => shop.local.cancelOrder((await place()).id)],
  [
    'with more lines than a page',
    () =>
      place({
        lines: Array.from({ length: 60 }, (_, index) => ({
          variantId: shop.local.products.flatMap(({ variants }) => variants)[index % 12]!.id,
          quantity: 1 + (index % 3),
        })),
      }),
  ],
];

describe('the two reducers', () => {
  it.each(KINDS)('give the same bytes for an order %s', async (_, make) => {
    const order = await make();
    const snapshot = await fetchOrder(shop.domain, order.id);
    expect(snapshot).toEqual(fromPayload(order));
    expect(JSON.stringify(snapshot)).toBe(JSON.stringify(fromPayload(order)));
  });

  it.each(KINDS)(
    'lose nothing of an order %s when the payload has only the fields we ask for',
    async (_, make) => {
      const order = await make();
      expect(JSON.stringify(fromPayload(order, ORDER_FIELDS))).toBe(JSON.stringify(fromPayload(order)));
    },
  );

  it('keep of what staff or a script called a discount only what could be a code of ours', async () => {
    const value = { kind: 'amount', amountMinor: 100 } as const;
    for (const type of ['manual', 'script'] as const) {
      const titles = ['for Jane Doe', 'abcd-efgh-2345'];
      const order = await place({ discounts: titles.map((title) => ({ type, title, value })) });
      const expected = ['', 'abcd-efgh-2345'].map((title) => ({ type, title }));
      expect(fromPayload(order).discounts).toEqual(expected);
    }
  });

  it('keep nothing personal', async () => {
    const order = await place({ note: 'my phone is 555', email: 'someone@example.com' });
    const customer = shop.local.customers.get(order.customerId!)!;
    const text = JSON.stringify(fromPayload(order));
    for (const secret of [
      'someone@example.com',
      '555',
      customer.firstName,
      customer.lastName,
      customer.email,
    ]) {
      expect(text).not.toContain(secret);
    }
  });

  it('mark the tip, which bears no flag', async () => {
    const snapshot = fromPayload(await place({ tipMinor: 250 }));
    expect(snapshot.lines.filter(({ tip }) => tip)).toMatchObject([{ gross: [250, 250] }]);
  });
});

describe('a body that is no order', () => {
  it.each([
    ['not JSON', '{'],
    ['an empty object', '{}'],
    ['a list', '[]'],
    ['null', 'null'],
    ['an amount that is none', '{"admin_graphql_api_id":"gid://shopify/Order/1"}'],
  ])('is refused with a reason: %s', (_, body) => {
    const read = parseOrderNews('orders/paid', body);
    expect(read.ok ? '' : read.reason).toMatch(/^not /);
  });

  it('keeps the digits of ids beyond 2^53', () => {
    const read = parseOrderNews('orders/delete', '{"id": 820982911946154508}');
    expect(read).toEqual({ ok: true, news: { kind: 'deletion-hint', orderId: '820982911946154508' } });
  });

  it('drops what PostgreSQL can’t keep', async () => {
    const order = await place({ tags: ['a\u0000b'] });
    expect(fromPayload(order).tags).toEqual(['ab']);
  });
});
