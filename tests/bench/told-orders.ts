// Orders as Shopify tells them, each by two signed webhooks, created and paid: made from one model by exchanging ids and
// times, so that making them costs next to nothing.
import { randomUUID } from 'node:crypto';
import { Agent, request as httpRequest } from 'node:http';
import { coffeeRoaster } from '#tests/local-shopify/shop/coffee-roaster.ts';
import { Ids } from '#tests/local-shopify/shop/ids.ts';
import { forgetfulKeeper } from '#tests/local-shopify/shop/keeper.ts';
import { LocalShopify } from '#tests/local-shopify/shop/local-shopify.ts';
import { newOrder } from '#tests/local-shopify/shop/order-placing.ts';
import { inZone } from '#tests/local-shopify/shop/times.ts';
import type { Variant } from '#tests/local-shopify/shop/types.ts';
import { deliveryHeaders, newDelivery, type Delivery } from '#tests/local-shopify/webhooks/delivery.ts';
import { orderPayload } from '#tests/local-shopify/webhooks/order-payload.ts';
import { CREDENTIALS } from './bench.ts';

const TOPICS = ['orders/create', 'orders/paid'];
const MODEL_ID = 8_200_000_000_000;
const FIRST_ID = 8_300_000_000_000;
const CONNECTIONS = 32;
/** The first program gives one point per 1.00. */
const MINOR_PER_POINT = 100;

/** As a body has them; each is found by replacing it. */
type Model = { deliveries: Delivery[]; ids: string[]; customerId: string; instant: string; points: number };
export type ToldOrder = {
  shop: string;
  customerId: string;
  points: number;
  send(web: string): Promise<void>;
};

/** Makes and sends orders of any shop and customer. */
export class OrderTeller {
  readonly #shopify: LocalShopify;
  readonly #models: Model[];
  readonly #agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  #made = 0;

  constructor(shopify: LocalShopify) {
    this.#shopify = shopify;
    const shop = shopify.firstShop;
    const sold = shop.products.filter(({ giftCard }) => !giftCard).flatMap(({ variants }) => variants);
    this.#models = sold.map((variant, index) => modelOf(shopify, variant, MODEL_ID + index * 1_000_000_000));
  }

  static async open(): Promise<OrderTeller> {
    return new OrderTeller(await LocalShopify.open({ ...CREDENTIALS, shops: [coffeeRoaster()] }));
  }

  /** Nothing is signed before it is sent: the clock runs by then. */
  order(shop: string, customerId: string): ToldOrder {
    const model = this.#models[this.#made % this.#models.length];
    if (!model) throw new Error('the shop sells nothing');
    const id = FIRST_ID + (this.#made += 1) * 10;
    return {
      shop,
      customerId,
      points: model.points,
      send: (web) => this.#send(web, model, { shop, customerId, id }),
    };
  }

  stop(): void {
    this.#agent.destroy();
  }

  async #send(
    web: string,
    model: Model,
    { shop, customerId, id }: { shop: string; customerId: string; id: number },
  ) {
    const at = new Date();
    const instant = inZone(at.toISOString(), this.#shopify.firstShop.timeZone);
    const eventId = randomUUID();
    await Promise.all(
      model.deliveries.map(async (delivery) => {
        let body = delivery.body.replaceAll(model.instant, instant).replaceAll(model.customerId, customerId);
        for (const [place, modelId] of model.ids.entries())
          body = body.replaceAll(modelId, String(id + place));
        const told = { ...delivery, id: randomUUID(), eventId, shop, body, triggeredAt: at };
        const status = await this.#post(
          web + delivery.subscription.uri,
          deliveryHeaders(told, this.#shopify.app),
          body,
        );
        if (status !== 200) throw new Error(`a webhook was answered with ${status}`);
      }),
    );
  }

  #post(url: string, headers: Record<string, string>, body: string): Promise<number> {
    return new Promise((resolve, reject) => {
      const options = {
        method: 'POST',
        agent: this.#agent,
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      };
      const sent = httpRequest(url, options, (response) => {
        response.resume();
        response.once('end', () => resolve(response.statusCode ?? 0));
      });
      sent.once('error', reject);
      sent.end(body);
    });
  }
}

/** One unit of the variant, paid. */
function modelOf(shopify: LocalShopify, variant: Variant, firstId: number): Model {
  const shop = shopify.firstShop;
  const at = shopify.clock();
  const [customerId = ''] = shop.customers.keys();
  const lines = [{ variantId: variant.id, quantity: 1 }];
  const order = newOrder(
    shop,
    { customerId, lines, payment: 'paid', locale: 'en' },
    new Ids(forgetfulKeeper(), firstId),
    at,
  );
  const payload = orderPayload(shop, order);
  const deliveries = shopify.app.subscriptions
    .filter(({ topic }) => TOPICS.includes(topic))
    .map((subscription) =>
      newDelivery({ shop: shop.domain, topic: subscription.topic, payload, eventId: '', at }, subscription),
    );
  return {
    deliveries,
    ids: [order.id, ...order.lines.map(({ id }) => id)],
    customerId,
    instant: inZone(order.processedAt, shop.timeZone),
    points: Math.floor(variant.priceMinor / MINOR_PER_POINT),
  };
}
