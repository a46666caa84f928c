// What the checkout takes off for a code whose owner chose the amount. It stands in the owner's copy alone, so such a code is
// worth nothing to anybody else.
import type { VouchersState } from './project-rewards.ts';

/** Minor units of the shop's currency by code, as the codes' discount reads them; codes are in capitals. */
export type AmountsProjection = { v: 1; codes: Record<string, number> };

/** Those that can be used today. */
export function projectAmounts({ vouchers = [], today = '' }: VouchersState): AmountsProjection {
  const usable = vouchers.filter(
    ({ reward, state, from }) => reward.gives.kind === 'any-amount' && state === 'held' && from <= today,
  );
  return {
    v: 1,
    codes: Object.fromEntries(usable.flatMap(({ code, face }) => (face === null ? [] : [[code, face]]))),
  };
}
