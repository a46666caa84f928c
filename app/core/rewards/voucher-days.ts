// "Ready to use until 24 December. From your next order." The days come with the reward, and stay as they were.
import { addDays } from '../values/days.ts';
import type { Reward } from './reward-rules.ts';
import type { VoucherDays } from './voucher.ts';

type WithDays = Pick<Reward, 'lastsDays' | 'usable' | 'usableOn'>;

/** Null where no day is left on which it could be used. Named days have no other end. @param day of taking it */
export function voucherDays({ lastsDays, usable, usableOn }: WithDays, day: string): VoucherDays | null {
  const earliest = usable === 'next-day' ? addDays(day, 1) : day;
  if (!usableOn) return { validFrom: earliest, validUntil: addDays(day, lastsDays) };
  const validFrom = usableOn.from > earliest ? usableOn.from : earliest;
  return validFrom > usableOn.until ? null : { validFrom, validUntil: usableOn.until };
}
