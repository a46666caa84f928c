// What goes wrong with Admin calls of one shop, on request: each fault happens to the next so many calls.

export type Fault =
  /** Answered with THROTTLED, nothing done. */
  | 'throttle'
  /** Never answered, nothing done. */
  | 'time_out'
  /** Carried out, and the connection breaks before the answer. */
  | 'lose_answer'
  /** 500, nothing done. */
  | 'error';

export class Faults {
  #planned: Fault[] = [];

  plan(fault: Fault, calls = 1): void {
    for (let call = 0; call < calls; call += 1) this.#planned.push(fault);
  }

  clear(): void {
    this.#planned = [];
  }

  take(): Fault | null {
    return this.#planned.shift() ?? null;
  }
}
