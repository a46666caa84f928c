// A voucher without a price brings nothing back. Where its order was cancelled, which is final at Shopify, it is given anew, once.
import { addDays } from '../values/days.ts';
import { KEPT_DAYS } from './back-parts.ts';
import type { OrderOfVoucher } from './order-use.ts';
import { REWARD_LIMITS, type Reward } from './reward-rules.ts';

const DAY_MS = 86_400_000;

/** No order made use of it, and at least one was cancelled. Voided and expired orders may still be paid. */
export function isToBeGivenAgain(
  price: number,
  uses: readonly (OrderOfVoucher & { over: boolean })[],
): boolean {
  const isCancelled = ({ newest }: OrderOfVoucher) => newest !== null && newest.cancelledAt !== null;
  return price === 0 && uses.some(isCancelled) && uses.every(({ over }) => over);
}

/**
 * For the rest of its days, and never for less than what comes back is kept; at once. Days that end later than any life that a
 * reward may have stay named ones.
 */
export function rewardAgain({ usableOn: _, ...reward }: Reward, until: string | null, today: string): Reward {
  const least = addDays(today, KEPT_DAYS);
  const last = until !== null && until > least ? until : least;
  const days = Math.round((Date.parse(last) - Date.parse(today)) / DAY_MS);
  const isNamed = days > REWARD_LIMITS.lastsDays;
  const lastsDays = isNamed ? REWARD_LIMITS.lastsDays : days;
  return {
    ...reward,
    usable: 'at-once',
    lastsDays,
    ...(isNamed && { usableOn: { from: today, until: last } }),
  };
}
