// The stamp cards in a member's copies at Shopify: the blocks' and the discount function's.
import type { Localized } from '../values/languages.ts';

export type CardProjection = {
  key: string;
  title: Localized;
  /** Filled stamps on the running card, 0 … size. */
  have: number;
  size: number;
  /** Free units the stamps pay for now. */
  free: number;
  /** Stamps that come when open orders are paid. */
  coming: number;
  /** Signed, as the ledger and the discount function count: what a cart makes free is reckoned from this. */
  stamps: number;
  /**
   * Stamps that the next ones repay first: what the card lacks and open orders won't bring. Six units that aren't paid yet
   * owe nothing, five stamps come with payment.
   */
  owed: number;
};

export type CardsProjection = { cards: CardProjection[] };

/** Signed stamps and the running card's size, by card; nothing of it is a promise when `blocked`. */
export type StampsProjection = {
  v: 1;
  cards: Record<string, [stamps: number, size: number]>;
  blocked: boolean;
  /** The last day (`YYYY-MM-DD` in the shop's time zone) on which the stamps may be given; absent: no bound. */
  until?: string;
};
