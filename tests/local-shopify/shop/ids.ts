// Ids that look like Shopify's: thirteen digits, growing, never given twice (the counter is kept).
import type { Keeper } from './keeper.ts';

export const FIRST_ID = 7_300_100_000_000;

export class Ids {
  #last: number;
  readonly #keeper: Keeper;

  constructor(keeper: Keeper, last = FIRST_ID) {
    this.#keeper = keeper;
    this.#last = last;
  }

  next(): string {
    // Steps differ, as they do where many shops share one counter.
    this.#last += 32_768 + (this.#last % 7) * 1_111;
    this.#keeper.put('', 'counter', 'ids', this.#last);
    return String(this.#last);
  }
}
