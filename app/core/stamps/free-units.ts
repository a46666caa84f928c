// "Buy five, get the sixth free", in one cart: how many of its units are free now.

export type CartOfCard = {
  /** The member's stamps, signed: what is owed is repaid first. */
  stamps: number;
  /** Stamps that a free unit costs: 5 means the sixth is free. */
  size: number;
  /** Units of the cart that the card counts. */
  units: number;
  /** Those of them that may be the free one: not above the price ceiling, not on a subscription. */
  mayBeFree: number;
};

/**
 * Each free unit stands for `size` stamps and earns none itself, so it takes `size + 1` of stamps and units together:
 * six units and no stamps make one free, one unit and five stamps too.
 */
export function freeUnits({ stamps, size, units, mayBeFree }: CartOfCard): number {
  return Math.min(mayBeFree, Math.max(0, Math.floor((stamps + units) / (size + 1))));
}

/** While the program is paused: what a full card pays for stays good, and the cart's own units count for nothing. */
export function readyUnits({ stamps, size, mayBeFree }: Omit<CartOfCard, 'units'>): number {
  return Math.min(mayBeFree, Math.max(0, Math.floor(stamps / size)));
}
