// One signed webhook for the reader to send: an order that Shopify might tell of, as a command that works when pasted.
import { randomUUID } from 'node:crypto';
import { Ids } from '#tests/local-shopify/shop/ids.ts';
import { forgetfulKeeper } from '#tests/local-shopify/shop/keeper.ts';
import type { LocalShopify } from '#tests/local-shopify/shop/local-shopify.ts';
import { newOrder } from '#tests/local-shopify/shop/order-placing.ts';
import type { OrderRequest } from '#tests/local-shopify/shop/types.ts';
import { deliveryHeaders, newDelivery } from '#tests/local-shopify/webhooks/delivery.ts';
import { orderPayload } from '#tests/local-shopify/webhooks/order-payload.ts';

/** Far above the ids that the stand-in gives, and another at every start. */
const firstId = 8_000_000_000_000;
const topic = 'orders/paid';

/** Local Shopify itself doesn't know the order: only the app is told. */
export function sampleWebhook(shopify: LocalShopify, domain: string, request: OrderRequest): string {
  const shop = shopify.shop(domain);
  const at = shopify.clock();
  const order = newOrder(shop, request, new Ids(forgetfulKeeper(), firstId + at.getTime()), at);
  const subscription = shopify.app.subscriptions.find((one) => one.topic === topic);
  if (!subscription) throw new Error(`shopify.app.toml subscribes to no ${topic}.`);
  const event = { shop: domain, topic, payload: orderPayload(shop, order), eventId: randomUUID(), at };
  const delivery = newDelivery(event, subscription);
  delivery.body = inLines(delivery.body);
  return curl(
    new URL(subscription.uri, shopify.urls.tunnel),
    deliveryHeaders(delivery, shopify.app),
    delivery.body,
  );
}

/** A line for each field: some terminals cut pasted lines at 4,096 characters. */
function inLines(json: string): string {
  const fields = Object.entries(JSON.parse(json) as Record<string, unknown>);
  return `{\n${fields.map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`).join(',\n')}\n}`;
}

function curl(url: URL, headers: Record<string, string>, body: string): string {
  const sent = Object.entries(headers).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`);
  const command = [
    `curl -sS -w '%{http_code}\\n' ${quoted(url.href)}`,
    ...sent,
    `--data-binary ${quoted(body)}`,
  ];
  return command.join(' \\\n  ');
}

/** For any POSIX shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
