// Orders at a steady rate, whatever becomes of the ones before, and the time until each one's points are shown.
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { MemberProjection } from '#app/core/storefront/projection.ts';
import { MEMBER_METAFIELD } from '#app/shopify/storefront/metafields.ts';
import { machineMs, type WrittenValue } from './bare-admin.ts';
import type { RunningApp } from './installed-shops.ts';
import { OrderTeller } from './told-orders.ts';

const CUSTOMERS_A_SHOP = 20;
const FIRST_CUSTOMER = 7_100_000_000_000;
const LOOK_MS = 200;
const LIMIT_MS = 30_000;

type Buyer = { shop: string; customerId: string };
type Waiting = { points: number; sentAt: number };

/** Latencies in ms; `perSecond` is the rate that was really reached. */
export type Stream = { latenciesMs: number[]; perSecond: number };

export class OrderStream {
  readonly #app: RunningApp;
  readonly #teller: OrderTeller;
  readonly #buyers: readonly Buyer[];
  /** Points that each customer must come to show, and does show. */
  readonly #expected = new Map<string, number>();
  readonly #shown = new Map<string, number>();
  readonly #waiting = new Map<string, Waiting[]>();
  #latenciesMs: number[] = [];
  #next = 0;

  constructor(app: RunningApp, teller: OrderTeller) {
    this.#app = app;
    this.#teller = teller;
    // One buyer of each shop, then the next of each.
    this.#buyers = Array.from({ length: CUSTOMERS_A_SHOP * app.domains.length }, (_, index) => ({
      shop: app.domains[index % app.domains.length] ?? '',
      customerId: String(FIRST_CUSTOMER + index),
    }));
  }

  static async open(app: RunningApp): Promise<OrderStream> {
    return new OrderStream(app, await OrderTeller.open());
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
      const order = this.#place();
      // It is told by Promise.all, which comes later than an order may fail.
      order.catch(() => undefined);
      placed.push(order);
    }
    const tookMs = performance.now() - start;
    await Promise.all(placed);
    await this.#untilShown();
    return { latenciesMs: this.#latenciesMs, perSecond: (count * 1_000) / tookMs };
  }

  stop(): void {
    this.#teller.stop();
  }

  /** The clock starts before the webhooks are made and signed; the web processes are told in turns. */
  #place(): Promise<void> {
    const buyer = this.#buyers[this.#next % this.#buyers.length];
    const web = this.#app.webs[this.#next % this.#app.webs.length];
    if (!buyer || web === undefined) throw new Error('nobody buys');
    this.#next += 1;
    const { customerId } = buyer;
    const sentAt = machineMs();
    const order = this.#teller.order(buyer.shop, customerId);
    const points = (this.#expected.get(customerId) ?? 0) + order.points;
    this.#expected.set(customerId, points);
    this.#waiting.set(customerId, [...(this.#waiting.get(customerId) ?? []), { points, sentAt }]);
    return order.send(web);
  }

  // A metafield may show several orders at once: sync writes the state, not the steps to it.
  #hear({ ownerId, value, atMs }: WrittenValue): void {
    const customerId = ownerId.slice(ownerId.lastIndexOf('/') + 1);
    const { points } = JSON.parse(value) as MemberProjection;
    this.#shown.set(customerId, points);
    const waiting = this.#waiting.get(customerId) ?? [];
    for (const one of waiting) if (one.points <= points) this.#latenciesMs.push(atMs - one.sentAt);
    const left = waiting.filter((one) => one.points > points);
    if (left.length > 0) this.#waiting.set(customerId, left);
    else this.#waiting.delete(customerId);
  }

  /** The bare Shopify has kept each instant: looking late costs nothing but this wait. */
  async #untilShown(): Promise<void> {
    for (let waitedMs = 0; ; waitedMs += LOOK_MS) {
      const written = await this.#app.shopify.takeWritten();
      for (const each of written) if (each.key === MEMBER_METAFIELD.key) this.#hear(each);
      if (this.#waiting.size === 0) break;
      if (waitedMs > LIMIT_MS) throw new Error(`${this.#waiting.size} customers never saw their points`);
      await sleep(LOOK_MS);
    }
    const wrong = [...this.#expected].filter(
      ([customerId, points]) => this.#shown.get(customerId) !== points,
    );
    if (wrong.length > 0) throw new Error(`${wrong.length} customers are shown wrong points`);
  }
}
