// For work that makes many calls of a shop: tells how many to make at once, and waits between them as their answers say.
import { setTimeout as wait } from 'node:timers/promises';
import { now } from '#app/clock.server.ts';
import { AdminThrottled, type Cost } from '#app/errors.ts';
import { paceAfter } from './pace.ts';

/** Throttled for so long in a row, a job leaves its place to another. */
const PATIENCE_MS = 15_000;

/** Of the calls that were made at once: the least that any says is left, and the refusal of one that came too early. */
export type Said = { cost: Cost | null; throttled?: AdminThrottled | null };

export class Pacing {
  readonly #most: number;
  readonly #stop: AbortSignal | undefined;
  #calls = 1;
  #begunAt = now();
  #inVainMs = 0;

  /** @param stop ends a wait, and with it the work */
  constructor(most: number, stop?: AbortSignal) {
    this.#most = most;
    this.#stop = stop;
  }

  /** So many may be made now. */
  get calls(): number {
    return this.#calls;
  }

  /** Waits until the next may be made. Throws AdminThrottled where that takes too long, or it is stopped meanwhile. */
  async hear(shopDomain: string, { cost, throttled = null }: Said): Promise<void> {
    const next = paceAfter(cost, this.#most, now().getTime() - this.#begunAt.getTime());
    const waitMs = Math.max(next.waitMs, throttled?.waitMs ?? 0);
    this.#calls = next.calls;
    this.#inVainMs = throttled ? this.#inVainMs + waitMs : 0;
    const failure = throttled ?? new AdminThrottled(shopDomain, waitMs, cost);
    if (this.#inVainMs > PATIENCE_MS) throw failure;
    if (waitMs > 0)
      await wait(waitMs, undefined, { signal: this.#stop }).catch(() => Promise.reject(failure));
    this.#begunAt = now();
  }
}
