// The data of one member's page.
import type { Lifetime } from '#app/core/points/lifetime.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import type { Moment } from '#app/core/moments/moment-rules.ts';
import type { Localized } from '#app/core/values/languages.ts';
import type { NoticeRow } from '../../notices/notice-row.ts';
import type { PurchasesData } from '../../history/purchases-data.ts';
import type { MemberRewardsData, OpenGiftRow } from '../../rewards/member-reward.ts';
import type { CardOfMember, TitledCard } from '../../stamps/card-summary.ts';

export type EntryRow = {
  id: string;
  /** Entries of one event have one number. */
  event: string;
  unit: string;
  /** An `EntryKind`, or what a newer version of the app has written. */
  kind: string;
  amount: number;
  balanceAfter: number;
  /** After the event: of the entry's unit, and of points. */
  balance: number;
  points: number;
  orderId: string | null;
  explanation?: unknown;
  occurredAt: string;
  recordedAt: string;
  reason: string | null;
  note: string | null;
  madeBy: string | null;
};

export type OrderRow = {
  orderId: string;
  name: string;
  placedAt: string | null;
  points: number;
  pending: number;
  /** A discount on it waits for the merchant's decision. */
  flagged: boolean;
  /** Titles of the rewards that it used. */
  rewards: Localized[];
};

export type BirthdayDate = { month: number; day: number; year: number | null };

export type BirthdayLine = {
  requestKey: string;
  date: BirthdayDate | null;
  by: 'shopper' | 'shopify' | 'merchant';
  userId: string | null;
  reason: string | null;
  madeAt: string;
};

export type LifeDateData = {
  key: string;
  title: Localized | null;
  /** The published program asks for it. */
  asked: boolean;
  date: BirthdayDate | null;
  log: (Omit<BirthdayLine, 'by'> & { by: 'shopper' | 'merchant'; words: Localized | null })[];
};

export type MemberData = {
  /** The first letter of the shop's name. */
  initial: string;
  member: {
    id: string;
    customerId: string;
    points: number;
    pendingPoints: number;
    blocked: boolean;
    leftAt: string | null;
    joinedAt: string;
    erasedAt: string | null;
    cards: CardOfMember[];
  };
  birthday: { date: BirthdayDate | null; nextGiftOn: string | null; log: BirthdayLine[] };
  lifeDates: LifeDateData[];
  /** The gift of the published program. */
  birthdayGift: Moment | null;
  rewards: MemberRewardsData;
  openGifts: OpenGiftRow[];
  /** The rewards of the published program: what a hand may give. */
  givable: { key: string; title: Localized }[];
  orders: OrderRow[];
  entries: EntryRow[];
  hasMore: boolean;
  purchases: PurchasesData;
  notices: NoticeRow[];
  /** The member's paid orders and what was kept of them, as far as both are known. */
  lifetime: Lifetime | null;
  isFirstPage: boolean;
  /** The cards of the published program. */
  cards: TitledCard[];
  names: ProgramRules['names'];
  /** That program gives no points. */
  pointsOff: boolean;
  /** Nothing is earned or given for now. */
  paused: boolean;
  /** Its birthday's gift is, by itself. */
  giftPaused: boolean;
  /** That program can't be read: what it doesn't name may run all the same. */
  unreadable: boolean;
  currency: string;
  timeZone: string;
  /** The customer has asked for a copy of their data. */
  dataRequested: boolean;
};
