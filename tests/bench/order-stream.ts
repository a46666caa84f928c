// Orders at a steady rate, whatever becomes of the ones before, and the time until each one's points are shown.
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { MemberProjection } from '#app/core/storefront/projection.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import type { Customer, Variant } from '#tests/local-shopify/shop/types.ts';
import { shownTo, watchLoyalty } from './loyalty-watch.ts';
import type { RunningShops } from './running-shops.ts';

const LIMIT_MS = 30_000;
/** The first program gives one point per 1.00. */
const MINOR_PER_POINT = 100;

type Buyer = { shop: LocalShop; customer: Customer; variant: Variant };
type Waiting = { points: number; sentAt: number };

/** Latencies in ms; `perSecond` is the rate that was really reached. */
export type Stream = { latenciesMs: number[]; perSecond: number };

export class OrderStream {
  readonly #buyers: readonly Buyer[];
  /** Points that each customer must come to show. */
  readonly #expected = new Map<string, number>();
  readonly #waiting = new Map<string, Waiting[]>();
  readonly #app: RunningShops['shopify']['app'];
  #latenciesMs: number[] = [];
  #next = 0;

  constructor({ shopify, shops }: RunningShops) {
    this.#app = shopify.app;
    this.#buyers = inTurns(shops.map(buyersOf));
    for (const shop of shops) watchLoyalty(shopify.app, shop, (id, shown) => this.#heard(id, shown));
  }

  /** @throws Error when an order's points don't come, or come out wrong. */
  async run(perSecond: number, seconds: number): Promise<Stream> {
    const count = perSecond * seconds;
    const start = performance.now();
    this.#latenciesMs = [];
    const placed: Promise<unknown>[] = [];
    for (let index = 0; index < count; index += 1) {
      const early = start + (index * 1_000) / perSecond - performance.now();
      if (early > 1) await sleep(early);
      placed.push(this.#place());
    }
    const tookMs = performance.now() - start;
    await Promise.all(placed);
    await this.#untilShown();
    return { latenciesMs: this.#latenciesMs, perSecond: (count * 1_000) / tookMs };
  }

  /** The clock starts before the stand-in makes and signs its webhooks. */
  async #place(): Promise<void> {
    const buyer = this.#buyers[this.#next % this.#buyers.length];
    if (!buyer) throw new Error('nobody buys');
    this.#next += 1;
    const { shop, customer, variant } = buyer;
    const points = (this.#expected.get(customer.id) ?? 0) + Math.floor(variant.priceMinor / MINOR_PER_POINT);
    this.#expected.set(customer.id, points);
    const waiting = this.#waiting.get(customer.id) ?? [];
    this.#waiting.set(customer.id, [...waiting, { points, sentAt: performance.now() }]);
    const lines = [{ variantId: variant.id, quantity: 1 }];
    await shop.placeOrder({ customerId: customer.id, lines, payment: 'paid', locale: customer.locale });
  }

  // A metafield may show several orders at once: sync writes the state, not the steps to it.
  #heard(customerId: string, { points }: MemberProjection): void {
    const waiting = this.#waiting.get(customerId) ?? [];
    const at = performance.now();
    for (const one of waiting) if (one.points <= points) this.#latenciesMs.push(at - one.sentAt);
    const left = waiting.filter((one) => one.points > points);
    if (left.length > 0) this.#waiting.set(customerId, left);
    else this.#waiting.delete(customerId);
  }

  async #untilShown(): Promise<void> {
    for (let waitedMs = 0; this.#waiting.size > 0; waitedMs += 20) {
      if (waitedMs > LIMIT_MS) throw new Error(`${this.#waiting.size} customers never saw their points`);
      await sleep(20);
    }
    const wrong = this.#buyers.filter(({ customer }) => {
      const shown = shownTo(this.#app, customer)?.points ?? 0;
      return shown !== (this.#expected.get(customer.id) ?? 0);
    });
    if (wrong.length > 0) throw new Error(`${wrong.length} customers are shown wrong points`);
  }
}

function buyersOf(shop: LocalShop): Buyer[] {
  const variants = shop.products.filter(({ giftCard }) => !giftCard).flatMap((product) => product.variants);
  return [...shop.customers.values()].flatMap((customer, index) => {
    const variant = variants[index % variants.length];
    return variant ? [{ shop, customer, variant }] : [];
  });
}

/** One buyer of each shop, then the next of each. */
function inTurns(shops: readonly Buyer[][]): Buyer[] {
  const longest = Math.max(...shops.map((buyers) => buyers.length));
  return Array.from({ length: longest }, (_, turn) => shops.flatMap((buyers) => buyers[turn] ?? [])).flat();
}
