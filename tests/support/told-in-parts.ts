// The news of a shop on its way to the app: lost, doubled, late and in any order, and told in batches by chance. Nothing is on
// its way over a network, so that a small history takes no time.
import { parseMerge } from '#app/shopify/members/merge-payload.ts';
import { parseOrderNews } from '#app/shopify/snapshots/order-payload.ts';
import { recordMerge } from '#app/usecases/members/record-merge.ts';
import { acceptOrderNews, type OrderNewsItem } from '#app/usecases/orders/accept-order-news.ts';
import type { LocalShopify } from '#tests/local-shopify/shop/local-shopify.ts';
import type { Delivery } from '#tests/local-shopify/webhooks/delivery.ts';
import { Counts } from '#tests/torture/counts.ts';
import type { Random } from '#tests/torture/random.ts';
import { badNetwork } from '#tests/torture/world/deliveries.ts';

const MOST_AT_ONCE = 4;

export class ToldInParts {
  readonly #random: Random;
  #underWay: Delivery[] = [];

  constructor(random: Random) {
    this.#random = random;
  }

  /** Takes whatever the shops tell from now on. */
  take({ webhooks }: LocalShopify): void {
    const network = badNetwork(this.#random.fork(), new Counts());
    webhooks.controls.each = (delivery) => {
      const { dropNext, repeat = 1 } = network(delivery) ?? {};
      if (!dropNext) for (let copy = 0; copy < repeat; copy += 1) this.#underWay.push(delivery);
      return { dropNext: 1 };
    };
  }

  /** Each with such a probability, in any order. */
  async tell(probability: number): Promise<void> {
    const told = this.#underWay.filter(() => this.#random.chance(probability));
    this.#underWay = this.#underWay.filter((one) => !told.includes(one));
    const shuffled = told.map((one) => ({ one, by: this.#random.next() })).sort((a, b) => a.by - b.by);
    let left = shuffled.map(({ one }) => one);
    while (left.length > 0) {
      const many = this.#random.whole(1, MOST_AT_ONCE);
      await tellAtOnce(left.slice(0, many));
      left = left.slice(many);
    }
  }
}

/** Orders in one batch; beside it what else was told. */
async function tellAtOnce(deliveries: readonly Delivery[]): Promise<void> {
  const items = deliveries.flatMap(({ shop, topic, body }): OrderNewsItem[] => {
    if (!/^(orders|refunds)\//.test(topic)) return [];
    const read = parseOrderNews(topic, body);
    if (!read.ok) throw new Error(read.reason);
    return [{ shopDomain: shop, news: read.news }];
  });
  await Promise.all([...(items.length > 0 ? [acceptOrderNews(items)] : []), ...deliveries.map(tellMerge)]);
}

async function tellMerge({ id, shop, topic, body, triggeredAt }: Delivery): Promise<void> {
  if (topic !== 'customers/merge') return;
  const read = parseMerge(body);
  if (read.kind !== 'merged') throw new Error(`no merge: ${body}`);
  await recordMerge({ webhookId: id, topic, shopDomain: shop, triggeredAt, receivedAt: triggeredAt }, read);
}
