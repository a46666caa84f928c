/** What the program gave in the last 30 days. */
export type ProgramFigures = {
  points: number;
  /** Free items that stamp cards paid for. */
  free: number;
  /** The same by each card's key. */
  freeByCard: Record<string, number>;
  /** Their list price in the shop's minor units, and how many of them have none that anybody knows. */
  freedMinor: number;
  unpriced: number;
  /** What rewards took off orders of these days, as far as it is measured, in the same minor units. */
  rewardMinor: number;
  /** What each moment gave, by its key: points, rewards and tasks. */
  giftsByMoment: Record<string, number>;
  /** Keys of the moments that have given all that they may. */
  stopped: readonly string[];
};
