// What became of what a moment gave: how much, what members chose, what was used, and whether they ordered again.
import type { OfferedGift } from './moment-gift.ts';

/** One gift that members chose, and how often. */
export type ChosenGift = { gift: OfferedGift; count: number };

export type MomentFigures = {
  /** Of these, those of the last 30 days. */
  given: number;
  lately: number;
  /** There to be chosen, and never chosen in time. */
  open: number;
  unchosen: number;
  chosen: ChosenGift[];
  /** Of the rewards: on an order that goes on, and past their last day unused. */
  used: number;
  lapsed: number;
  points: number;
  /** What its rewards took off what was kept, in the shop's minor units; uses of which that isn't known. */
  costMinor: number;
  unmeasured: number;
  /** Given ones whose member's next order came within 30 days. */
  followed: number;
  /** Words that came without a gift. */
  said: number;
  /** What the merchant did for them, or was to do; `missed`: a parcel went without. Null where it brings nothing to do. */
  tasks: { done: number; open: number; missed: number } | null;
  /** Drawn by lot to get nothing. */
  heldOut: number;
};

/** An order that comes within these days is counted with the gift. */
export const FOLLOWED_WITHIN_DAYS = 30;

/** Figures look so far back. */
export const FIGURE_DAYS = 365;
