// "A running card keeps its size until its last free unit is taken: one that was shown stays." The order that takes the
// last one ends the card, and the next starts a new one, of the size that is published then. Where stamps come back to an
// ended card until they fill it, it goes on. A smaller size is everybody's at once.

/** `endedBy` is the order whose free unit ended the card, or what `endedByVoucher` makes of the voucher; null while it runs. */
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

/** A card with its stamps, signed. */
export type HeldCard = CardLife & { readonly stamps: number };

/** The same, where it doesn't matter which order ended it. */
type SizedCard = { readonly size: number; readonly stamps: number; readonly ended?: boolean };

/** Whether the card goes on: its last free unit wasn't taken, or its stamps pay for another one again. */
function goesOn({ size, ended, stamps }: SizedCard): boolean {
  return !ended || stamps >= size;
}

export const sized = ({ size, stamps, endedBy }: HeldCard): SizedCard => ({
  size,
  stamps,
  ended: endedBy !== null,
});

/** The size that the member's next cart and order go by. */
export function sizeNow(card: SizedCard | undefined, published: number): number {
  if (!card || !goesOn(card)) return published;
  return card.ended ? Math.min(card.size, published) : card.size;
}

/**
 * The card of two members who became one: of two that go on the survivor's, unless free units of a smaller card would be
 * lost by that. Stamps as before they were joined.
 */
export function lifeOfBoth(kept: HeldCard | undefined, gone: HeldCard): CardLife {
  const { size, endedBy } = gone;
  if (!kept) return { size, endedBy };
  const goneGoesOn = goesOn(sized(gone));
  const isFull = goneGoesOn && gone.stamps >= size;
  const takesOver = goesOn(sized(kept)) ? isFull && size < kept.size : goneGoesOn;
  return takesOver ? { size, endedBy } : { size: kept.size, endedBy: kept.endedBy };
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
  if (!isNew || !brings) return life;
  // A running card that a publish made smaller while the order was on its way is no larger from now on.
  return { size: life.endedBy === null ? Math.min(size, life.size) : size, endedBy: null };
}

/** The mark of a voucher that a full card was given as, among ids of orders. */
const endedByVoucher = (voucherId: string): string => `-${voucherId}`;

/** The card once a voucher took stamps of it, or gave some back. Stamps as after that. */
export function lifeAfterVoucher(
  { size, endedBy, stamps }: HeldCard,
  voucherId: string,
  took: boolean,
): CardLife {
  const mark = endedByVoucher(voucherId);
  if (took) return { size, endedBy: stamps < size ? mark : endedBy };
  return { size, endedBy: endedBy === mark && stamps >= size ? null : endedBy };
}
