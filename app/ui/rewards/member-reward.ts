// A reward of a member as the page has it.
import type { ReleaseReason, VoucherState } from '#app/core/rewards/voucher.ts';
import type { Localized } from '#app/core/values/languages.ts';

export type MemberRewardRow = {
  /** Null of a gift that waits for its code. */
  id: string | null;
  cause: string;
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
  /** Names of the orders that used it. */
  orders: string[];
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
