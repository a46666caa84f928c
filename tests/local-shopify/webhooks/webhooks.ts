// Delivers webhooks to the app: to every subscription of its toml, again after a failure, and as badly as asked.
import { setTimeout as sleep } from 'node:timers/promises';
import type { AppSettings, Subscription } from '#tests/local-shopify/shop/app-settings.ts';
import { Controls, takeDrop } from './controls.ts';
import { deliveryHeaders, newDelivery } from './delivery.ts';
import type { Delivery, Event } from './delivery.ts';

/** Shopify's limits: answered within five seconds, else tried eight times more. */
const ANSWER_MS = 5_000;
const RETRIES_MS = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 60_000, 60_000];
const IN_FLIGHT = 32;
const REMEMBERED = 500;
/** How long one delivery waits for another to overtake it. */
const REORDER_MS = 1_500;

export type WebhookOptions = {
  app: AppSettings;
  /** The app's public address. */
  appUrl: () => string;
  retriesMs?: number[];
  /** What the app subscribed to on one shop alone. */
  ofShop?: (domain: string, topic: string) => Subscription[];
};

export class Webhooks {
  readonly controls = new Controls();
  /** The latest, oldest first. */
  readonly deliveries: Delivery[] = [];
  readonly #options: WebhookOptions;
  readonly #open = new Set<Promise<void>>();
  readonly #stopping = new AbortController();
  #flying = 0;
  #queue: (() => void)[] = [];
  #overtaken: (() => void) | null = null;

  constructor(options: WebhookOptions) {
    this.#options = options;
  }

  /** Sends to every subscription of the topic; returns at once. */
  send(event: Event): Delivery[] {
    const { app, ofShop } = this.#options;
    const ofAll = app.subscriptions.filter((one) => one.topic === event.topic);
    return [...ofAll, ...(ofShop?.(event.shop, event.topic) ?? [])].map((subscription) => {
      const delivery = newDelivery(event, subscription);
      this.#remember(delivery);
      this.#start(delivery);
      return delivery;
    });
  }

  /** Deliveries on their way, waiting ones included. */
  get open(): number {
    return this.#open.size;
  }

  /** Sends a delivery again, as a duplicate. */
  again(delivery: Delivery): void {
    this.#start(delivery);
  }

  /** Resolves when nothing is on its way any more, retries included. */
  async flush(): Promise<void> {
    while (this.#open.size > 0) {
      this.#overtaken?.();
      await Promise.all(this.#open);
    }
  }

  /** Gives up what is still on its way. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.flush();
  }

  #remember(delivery: Delivery): void {
    this.deliveries.push(delivery);
    if (this.deliveries.length > REMEMBERED) this.deliveries.shift();
  }

  #start(delivery: Delivery): void {
    const journey = this.#travel(delivery).finally(() => this.#open.delete(journey));
    this.#open.add(journey);
  }

  async #travel(delivery: Delivery): Promise<void> {
    const { controls } = this;
    const control = controls.each?.(delivery) ?? controls.of(delivery.topic);
    const { delayMs = 0, repeat = 1, reorder = false } = control;
    if (takeDrop(control)) {
      delivery.status = 'dropped';
      return;
    }
    if (delayMs > 0) await this.#wait(delayMs);
    if (reorder) await this.#letOvertake();
    for (let copy = 0; copy < repeat; copy += 1) await this.#deliver(delivery);
  }

  async #wait(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.#stopping.signal }).catch((error: unknown) => {
      if (!this.#stopping.signal.aborted) throw error;
    });
  }

  // The first of two waits until the second has had time to arrive before it.
  async #letOvertake(): Promise<void> {
    if (this.#overtaken) {
      const release = this.#overtaken;
      this.#overtaken = null;
      setTimeout(release, 50);
      return;
    }
    await new Promise<void>((resolve) => {
      const release = () => {
        clearTimeout(timer);
        if (this.#overtaken === release) this.#overtaken = null;
        resolve();
      };
      const timer = setTimeout(release, REORDER_MS);
      this.#overtaken = release;
    });
  }

  async #deliver(delivery: Delivery): Promise<void> {
    const pauses = this.#options.retriesMs ?? RETRIES_MS;
    for (const pause of [0, ...pauses]) {
      if (pause > 0) await this.#wait(pause);
      if (this.#stopping.signal.aborted) break;
      if (await this.#attempt(delivery)) {
        delivery.status = 'delivered';
        return;
      }
    }
    delivery.status = 'failed';
  }

  async #attempt(delivery: Delivery): Promise<boolean> {
    if (this.#flying >= IN_FLIGHT) await new Promise<void>((resolve) => this.#queue.push(resolve));
    this.#flying += 1;
    delivery.attempts += 1;
    try {
      delivery.answer = await this.#post(delivery);
    } catch (error) {
      delivery.answer = error instanceof Error ? error.message : String(error);
    } finally {
      this.#flying -= 1;
      this.#queue.shift()?.();
    }
    return typeof delivery.answer === 'number' && delivery.answer >= 200 && delivery.answer < 300;
  }

  async #post(delivery: Delivery): Promise<number> {
    const { app, appUrl } = this.#options;
    const response = await fetch(new URL(delivery.subscription.uri, appUrl()), {
      method: 'POST',
      headers: deliveryHeaders(delivery, app),
      body: delivery.body,
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    await response.arrayBuffer();
    return response.status;
  }
}
