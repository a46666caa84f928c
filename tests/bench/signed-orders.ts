// Order webhooks as Shopify sends them to our subscription: each its own order and delivery, all of one size.
import { randomUUID } from 'node:crypto';
import type { Request } from 'autocannon';
import { coffeeRoaster } from '#tests/local-shopify/shop/coffee-roaster.ts';
import { Ids } from '#tests/local-shopify/shop/ids.ts';
import { forgetfulKeeper } from '#tests/local-shopify/shop/keeper.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { LocalShopify } from '#tests/local-shopify/shop/local-shopify.ts';
import { newOrder } from '#tests/local-shopify/shop/order-placing.ts';
import { deliveryHeaders, newDelivery, type Delivery } from '#tests/local-shopify/webhooks/delivery.ts';
import { orderPayload } from '#tests/local-shopify/webhooks/order-payload.ts';
import { CREDENTIALS } from './bench.ts';

export type SignedOrders = Request[];

const TOPIC = 'orders/paid';
const WANTED_BYTES = 8 * 1024;
const MOST_LINES = 100;
const FIRST_ORDER = 8_100_000_000_000;

/** `make` signs anew, so that no order is ever told twice; `bytes` is the length of one body. */
export async function webhookRequests() {
  const shopify = await LocalShopify.open({ ...CREDENTIALS, shops: [coffeeRoaster()] });
  const model = aboutAsLong(shopify, WANTED_BYTES);
  const modelId = orderIdOf(model);
  let made = 0;
  const make = (count: number, domains: readonly string[]): SignedOrders =>
    Array.from({ length: count }, (_, index) => {
      const id = String(FIRST_ORDER + (made += 1));
      const body = model.body.replaceAll(modelId, id);
      // Shifted, because each connection sends a stretch of them: all would tell of one shop at a time.
      const shop = domains[(index + Math.floor(index / domains.length)) % domains.length] ?? model.shop;
      const headers = deliveryHeaders({ ...model, id: randomUUID(), shop, body }, shopify.app);
      return { method: 'POST', path: model.subscription.uri, headers, body };
    });
  return { make, bytes: Buffer.byteLength(model.body) };
}

function orderIdOf({ body }: Delivery): string {
  const { admin_graphql_api_id: gid } = JSON.parse(body) as { admin_graphql_api_id: string };
  return gid.slice(gid.lastIndexOf('/') + 1);
}

/** include_fields leaves little of an ordinary order: lines are added until the body is long enough. */
function aboutAsLong(shopify: LocalShopify, bytes: number): Delivery {
  for (let lines = 1; lines <= MOST_LINES; lines += 1) {
    const delivery = paidOrder(shopify, lines);
    if (Buffer.byteLength(delivery.body) >= bytes) return delivery;
  }
  throw new Error(`An order of ${MOST_LINES} lines is shorter than ${bytes} bytes.`);
}

function paidOrder(shopify: LocalShopify, lines: number): Delivery {
  const shop = shopify.firstShop;
  const subscription = shopify.app.subscriptions.find(({ topic }) => topic === TOPIC);
  if (!subscription) throw new Error(`shopify.app.toml subscribes to no ${TOPIC}.`);
  const at = shopify.clock();
  const order = newOrder(shop, request(shop, lines), new Ids(forgetfulKeeper(), FIRST_ORDER), at);
  const payload = orderPayload(shop, order);
  return newDelivery({ shop: shop.domain, topic: TOPIC, payload, eventId: randomUUID(), at }, subscription);
}

function request(shop: LocalShop, lines: number): Parameters<typeof newOrder>[1] {
  const variants = shop.products.flatMap((product) => product.variants);
  const wanted = Array.from({ length: lines }, (_, index) => variants[index % variants.length]?.id ?? '');
  return {
    customerId: [...shop.customers.keys()][0] ?? null,
    lines: wanted.map((variantId) => ({ variantId, quantity: 1 })),
    payment: 'paid',
    locale: 'en',
    shippingMinor: 490,
    discounts: [{ type: 'discount_code', title: 'WELCOME', value: { kind: 'percent', percentBp: 1_000 } }],
  };
}
