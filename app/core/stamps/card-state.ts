// A card of 5: five stamps fill it, and a full card pays for one unit. Stamps are signed: below zero is owed.

export type CardState = {
  /** Filled stamps, 0 … size. */
  have: number;
  /** Free units that the stamps pay for. */
  free: number;
  /** Stamps that the next ones repay first. */
  owed: number;
};

export function cardState(stamps: number, size: number): CardState {
  const positive = Math.max(0, stamps);
  return { have: Math.min(positive, size), free: Math.floor(positive / size), owed: Math.max(0, -stamps) };
}
