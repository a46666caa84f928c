// The state of the bare Shopify: its shops' buckets, what the app wrote, and one sample of each document that it sent.
import process from 'node:process';
import { Throttle } from '#tests/local-shopify/shop/throttle.ts';
import { bareAnswers, type Operation } from './bare-answers.ts';

export type WrittenValue = { shop: string; ownerId: string; key: string; value: string; atMs: number };
export type Sample = { query: string; variables: Record<string, unknown>; cost: number; data: unknown };
export type Throttles = { perSecond: number; empty: boolean; shops: readonly string[] };
export type Answer = { status: number; body: object };

type Asked = { operationName: string; query: string; variables: Record<string, unknown> };

/** The machine's own clock, which all processes share. */
export function machineMs(): number {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1_000 + nanoseconds / 1e6;
}

export class BareAdmin {
  readonly failures = new Set<string>();
  readonly #samples = new Map<string, Sample>();
  readonly #throttles = new Map<string, Throttle>();
  readonly #operations: Readonly<Record<string, Operation>>;
  #written: WrittenValue[] = [];
  #perSecond = 100;

  constructor() {
    this.#operations = bareAnswers((shop, { ownerId, key, value }) => {
      this.#written.push({ shop, ownerId, key, value, atMs: machineMs() });
    });
  }

  /** An operation that isn't known is a failure of the bench, never an empty answer. */
  answer(shop: string, body: string): Answer {
    const asked = JSON.parse(body) as Asked;
    const operation = this.#operations[asked.operationName];
    if (operation) return { status: 200, body: this.#carryOut(shop, asked, operation) };
    this.failures.add(`the bare Shopify knows no ${asked.operationName}: teach it in bare-answers.ts`);
    return { status: 500, body: { errors: 'Internal Server Error' } };
  }

  /** One for each document, so that a run of any length can be held against the schema. */
  samples(): Sample[] {
    return [...this.#samples.values()];
  }

  /** What was written since it was last taken, in its order. */
  takeWritten(): WrittenValue[] {
    const taken = this.#written;
    this.#written = [];
    return taken;
  }

  setThrottles({ perSecond, empty, shops }: Throttles): void {
    this.#perSecond = perSecond;
    this.#throttles.clear();
    for (const shop of empty ? shops : []) {
      const at = new Date();
      const throttle = this.#throttleOf(shop);
      throttle.take(throttle.status(at).currentlyAvailable, at);
    }
  }

  #throttleOf(shop: string): Throttle {
    const found = this.#throttles.get(shop) ?? new Throttle(this.#perSecond);
    this.#throttles.set(shop, found);
    return found;
  }

  #carryOut(shop: string, { query, variables }: Asked, { cost, spare = 0, data }: Operation): object {
    const call = { shop, variables };
    const requested = cost(call);
    const throttle = this.#throttleOf(shop);
    const at = new Date();
    const said = (actual: number | null) => ({
      cost: {
        requestedQueryCost: requested,
        actualQueryCost: actual,
        throttleStatus: throttle.status(at),
      },
    });
    if (!throttle.take(requested, at)) {
      const errors = [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }];
      return { errors, extensions: said(null) };
    }
    throttle.giveBack(spare);
    const found = data(call);
    if (!this.#samples.has(query))
      this.#samples.set(query, { query, variables, cost: requested, data: found });
    return { data: found, extensions: said(requested - spare) };
  }
}
