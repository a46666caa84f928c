// What the network does to deliveries of a topic, on request: repeat, delay, reorder, drop.

import type { Delivery } from './delivery.ts';

export type Control = {
  /** Send each delivery so many times in all (the same webhook id). */
  repeat?: number;
  delayMs?: number;
  /** Let two wait for each other, the newer goes first. */
  reorder?: boolean;
  /** Lose the next so many. */
  dropNext?: number;
};

export class Controls {
  /** Decides of each delivery anew, in place of what was set; null leaves it to that. */
  each: ((delivery: Delivery) => Control | null) | null = null;
  readonly #byTopic = new Map<string, Control>();

  /** `*` stands for every topic without a control of its own. */
  set(topic: string, control: Control): void {
    this.#byTopic.set(topic, { ...control });
  }

  clear(): void {
    this.#byTopic.clear();
  }

  list(): [topic: string, control: Control][] {
    return [...this.#byTopic];
  }

  of(topic: string): Control {
    return this.#byTopic.get(topic) ?? this.#byTopic.get('*') ?? {};
  }
}

/** Counts a loss down; true when the delivery that this control is of is lost. */
export function takeDrop(control: Control): boolean {
  if (!control.dropNext) return false;
  control.dropNext -= 1;
  return true;
}
