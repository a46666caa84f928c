// A reward of a member as the page has it.
import type { VoucherFlag } from '#app/core/rewards/settle-voucher.ts';
import type { ReleaseReason, VoucherState } from '#app/core/rewards/voucher.ts';
import type { Localized } from '#app/core/values/languages.ts';

export type MemberRewardRow = {
  /** Null of a gift that waits for its code. */
  id: string | null;
  cause: string;
  /** Of the moment of the list that brought it. */
  momentTitle: Localized | null;
  title: Localized;
  state: VoucherState | 'waiting';
  releaseWhy: ReleaseReason | null;
  code: string | null;
  /** 0 of what a hand gave. */
  price: number;
  at: string;
  /** Days; null while it waits. */
  from: string | null;
  until: string | null;
  /** Those that used it; what it took off each is null where that isn't known. */
  orders: { id: string; name: string; counts: boolean; offMinor: number | null }[];
  /** What the merchant should know of it. */
  flag: VoucherFlag | null;
  /** Of a hand that gave it, and of one that took it back. */
  reason: string | null;
  note: string | null;
  takenBackReason: string | null;
};

export type MemberRewardsData = {
  list: MemberRewardRow[];
  /** Older ones that aren't listed. */
  more: number;
};

/** A gift of which the member can still choose one. */
export type OpenGiftRow = {
  cause: string;
  /** Of the moment that brought it. */
  title: Localized | null;
  until: string;
};
