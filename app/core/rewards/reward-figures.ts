// What became of a reward: how many were given, are held, used and lapsed, and what they took off orders.

export type RewardFigures = {
  given: number;
  held: number;
  /** On an order that goes on. */
  used: number;
  /** Their last day passed, and nobody had used them. */
  lapsed: number;
  /** What they took off what was kept, in the shop's minor units. */
  costMinor: number;
  /** Uses of which isn't known what they took off. */
  unmeasured: number;
};
