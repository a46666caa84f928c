// Calls that stand still at a moment, so that whoever waits for the answer can be ended just then.

type Moment =
  /** Nothing was done yet. */
  | 'asked'
  /** All was done, and the answer isn't on its way. */
  | 'done';

export type Hold = {
  /** Whether a call stands there, or has stood. */
  isReached(): boolean;
  letGo(): void;
};

type Waiting = { operation: string; moment: Moment; reach: () => void; gate: Promise<void> };

export class HeldCalls {
  readonly #waiting: Waiting[] = [];

  /** The next call of this operation, and no other. */
  hold(operation: string, moment: Moment): Hold {
    let [isReached, letGo] = [false, () => {}];
    const gate = new Promise<void>((resolve) => (letGo = resolve));
    const reach = () => void (isReached = true);
    this.#waiting.push({ operation, moment, reach, gate });
    return { isReached: () => isReached, letGo };
  }

  /** A call comes by. */
  async pass(operation: string, moment: Moment): Promise<void> {
    const at = this.#waiting.findIndex((one) => one.operation === operation && one.moment === moment);
    const [held] = at < 0 ? [] : this.#waiting.splice(at, 1);
    held?.reach();
    await held?.gate;
  }
}
