// "A running card keeps its size until its free unit is taken." The order that takes it ends the card; the next order
// starts a new one, of the size that is published then.

/** `endedBy` is the order whose free unit ended the card; null while the card runs. */
export type CardLife = { readonly size: number; readonly endedBy: string | null };

/** An order's effect on a card. */
export type CardUse = {
  orderId: string;
  /** Stamps of a free unit, for this order and for ever. */
  size: number;
  /** It brings stamps, now or with payment. */
  brings: boolean;
  /** It takes stamps for a free unit. */
  takes: boolean;
  /** It took some when it was applied before, to this member. */
  tookBefore: boolean;
  /** It was never applied to this member before. */
  isNew: boolean;
};

/** The size that an order goes by: the running card's, else the one of its own version. */
export function sizeForOrder(life: CardLife | undefined, versionSize: number): number {
  return life && life.endedBy === null ? life.size : versionSize;
}

/**
 * The member's card after an order that brings or takes stamps. A correction of an old order never starts a card, or its
 * old size would come back; one that gives the free unit back lets the card run again.
 */
export function lifeAfter(life: CardLife | undefined, use: CardUse): CardLife | undefined {
  const { orderId, size, brings, takes, tookBefore, isNew } = use;
  if (takes) return life && tookBefore ? life : { size, endedBy: orderId };
  if (!life) return brings ? { size, endedBy: null } : undefined;
  if (life.endedBy === orderId) return { size, endedBy: null };
  return isNew && brings && life.endedBy !== null ? { size, endedBy: null } : life;
}
