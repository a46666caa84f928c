// Shopify's leaky bucket of one app and shop: it refills by so many points a second, up to its size.

export type ThrottleStatus = { maximumAvailable: number; currentlyAvailable: number; restoreRate: number };

export class Throttle {
  #maximum: number;
  #perSecond: number;
  #available: number;
  #asOf: number | null = null;

  constructor(perSecond = 100, maximum = perSecond * 20) {
    this.#perSecond = perSecond;
    this.#maximum = maximum;
    this.#available = maximum;
  }

  /** E.g. 1000 points a second for a Plus shop. */
  configure(perSecond: number, maximum = perSecond * 20): void {
    this.#perSecond = perSecond;
    this.#maximum = maximum;
    this.#available = maximum;
  }

  /** Takes the points, or takes none and says false. */
  take(points: number, at: Date): boolean {
    this.#refill(at);
    if (points > this.#available) return false;
    this.#available -= points;
    return true;
  }

  /** Puts back what was asked for and not used. */
  giveBack(points: number): void {
    this.#available = Math.min(this.#maximum, this.#available + points);
  }

  status(at: Date): ThrottleStatus {
    this.#refill(at);
    return {
      maximumAvailable: this.#maximum,
      currentlyAvailable: Math.floor(this.#available),
      restoreRate: this.#perSecond,
    };
  }

  #refill(at: Date): void {
    const seconds = this.#asOf === null ? 0 : Math.max(0, at.getTime() - this.#asOf) / 1_000;
    this.#asOf = at.getTime();
    this.giveBack(seconds * this.#perSecond);
  }
}
