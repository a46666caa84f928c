// The data of the page of orders to check.
import type { Localized } from '#app/core/values/languages.ts';
import type { StampCard } from '#app/core/program/card-rules.ts';
import type { FlagReason } from '#app/core/stamps/free-on-line.ts';

/** A line whose discount may have been a card's free unit. Amounts as the shopper paid, in minor units. */
export type Flag = {
  orderId: string;
  lineId: string;
  orderName: string;
  memberId: string | null;
  cardKey: string;
  reason: FlagReason;
  title: string;
  amountMinor: number;
  grossMinor: number;
  /** ISO code of those amounts; null once the order is forgotten. */
  currency: string | null;
  quantity: number;
  raisedAt: string;
  /** Units of the line that take stamps; null until it is decided. */
  freeUnits: number | null;
  decidedBy: string | null;
  decidedAt: string | null;
};

/** What the merchant answered of a discount, by its name. */
export type AnsweredName = { title: string; isOwn: boolean };

export type FlagsData = {
  flags: Flag[];
  /** On the first page of what was decided. */
  names: AnsweredName[];
  hasNext: boolean;
  isFirstPage: boolean;
  decided: boolean;
  /** The published ones. */
  cards: { key: string; title: Localized; size: number; noun?: StampCard['noun'] }[];
  unreadable: boolean;
  timeZone: string;
};
