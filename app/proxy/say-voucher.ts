// A reward that was taken or given back, as the block's script reads it.
import type { RewardGives } from '#app/core/rewards/reward-gives.ts';
import type { VoucherState } from '#app/core/rewards/voucher.ts';
import type { Language } from '#app/core/values/languages.ts';
import type { RedeemResult } from '#app/usecases/rewards/redeem.ts';

type Voucher = Extract<RedeemResult, { ok: true }>['voucher'];

export type SaidVoucher = {
  id: string;
  /** Null before its first day, and once it can't be used any more. */
  code: string | null;
  key: string;
  title: string;
  gives: RewardGives['kind'];
  /** What a reward of money takes off, in minor units of the shop's currency; null for others. */
  minor: number | null;
  /** Days, `YYYY-MM-DD`. */
  from: string;
  until: string;
  state: VoucherState;
};

/** @param today in the shop's calendar */
export function sayVoucher(voucher: Voucher, language: Language, today: string): SaidVoucher {
  const { id, code, reward, validFrom, validUntil, state, faceMinor: minor } = voucher;
  const { key, title, gives } = reward;
  const shown = state === 'held' && validFrom <= today ? code : null;
  const days = { from: validFrom, until: validUntil };
  return { id, code: shown, key, title: title[language], gives: gives.kind, minor, ...days, state };
}
