// "100 points are 5.00 off": whether a member may take a reward now, for how many points and until when, or the first reason
// why not. A pause stops earning, and not this: the points are theirs. What was taken and is on its way back still counts against a limit; what has come back doesn't.
import { addDays } from '../values/days.ts';
import { costOf } from './any-amount.ts';
import { calendarPeriod } from './calendar-period.ts';
import { kindOf } from './kinds/kind-of.ts';
import type { Period, Reward } from './reward-rules.ts';
import { MOST_HELD, type VoucherDays } from './voucher.ts';
import { voucherDays } from './voucher-days.ts';

export type RedeemRefusal =
  /** The merchant left the member out. */
  | { reason: 'excluded' }
  /** It can be had from that day on. */
  | { reason: 'not-yet'; from: string }
  | { reason: 'over' }
  | { reason: 'limit-person'; count: number }
  /** `again`: the first day of the next period; null where the reward is over by then. */
  | { reason: 'limit-period'; count: number; period: Period; again: string | null }
  | { reason: 'limit-all' }
  | { reason: 'owing'; owed: number }
  | { reason: 'not-enough'; missing: number }
  | { reason: 'too-many-held' }
  | WrongAmount;

/** It isn't between the least and the most of the reward, in minor units; null: no most. */
type WrongAmount = { reason: 'amount'; leastMinor: number; mostMinor: number | null };

/** What is known of a member under the lock. Counts are of this reward, taken for points and not come back. */
export type RedeemState = {
  /** Of the shop's calendar. */
  today: string;
  excluded: boolean;
  points: number;
  /** Everything that the member holds, of any reward. */
  held: number;
  takenEver: number;
  takenInPeriod: number;
  /** By everybody; 0 where the reward has no such limit. */
  takenInAll: number;
};

export type RedeemDecision =
  | ({ ok: true; price: number; faceMinor: number | null } & VoucherDays)
  | { ok: false; refusal: RedeemRefusal };

/** @param minor the amount that the shopper chose, where the reward is any amount */
export function decideRedeem(reward: Reward, state: RedeemState, minor = faceOf(reward)): RedeemDecision {
  const days = voucherDays(reward, state.today);
  const price = priceOf(reward, minor);
  const refusal =
    excluded(state) ??
    dates(reward, state, days) ??
    limits(reward, state) ??
    wrongAmount(reward, minor) ??
    means(price, state);
  if (refusal) return { ok: false, refusal };
  if (!days) return { ok: false, refusal: { reason: 'over' } };
  return { ok: true, price, faceMinor: minor, ...days };
}

/** What a reward of money takes off; where any amount can be had, that of one step. Null for what is no money. */
export function faceOf({ gives }: Pick<Reward, 'gives'>): number | null {
  return kindOf(gives).face(gives);
}

/** Points. */
export function priceOf({ cost, gives }: Pick<Reward, 'cost' | 'gives'>, minor: number | null): number {
  const isChosen = gives.kind === 'any-amount' && minor !== null;
  return isChosen ? costOf(minor, { points: cost, minor: gives.minor }) : cost;
}

export function wrongAmount({ gives }: Pick<Reward, 'gives'>, minor: number | null): WrongAmount | null {
  if (gives.kind !== 'any-amount' || minor === null) return null;
  const { leastMinor, mostMinor } = gives;
  const isWrong = minor < leastMinor || (mostMinor !== null && minor > mostMinor);
  return isWrong ? { reason: 'amount', leastMinor, mostMinor } : null;
}

function dates(
  { startsOn, endsOn }: Reward,
  { today }: RedeemState,
  days: VoucherDays | null,
): RedeemRefusal | null {
  if (startsOn !== null && today < startsOn) return { reason: 'not-yet', from: startsOn };
  return (endsOn !== null && today > endsOn) || days === null ? { reason: 'over' } : null;
}

function excluded({ excluded: isExcluded }: RedeemState): RedeemRefusal | null {
  return isExcluded ? { reason: 'excluded' } : null;
}

function limits({ limits: most, endsOn }: Reward, state: RedeemState): RedeemRefusal | null {
  const { perPerson, perPeriod, inAll } = most;
  if (perPerson !== null && state.takenEver >= perPerson) return { reason: 'limit-person', count: perPerson };
  if (perPeriod && state.takenInPeriod >= perPeriod.count) {
    const again = addDays(calendarPeriod(perPeriod.period, state.today).until, 1);
    return { reason: 'limit-period', ...perPeriod, again: endsOn !== null && again > endsOn ? null : again };
  }
  return inAll !== null && state.takenInAll >= inAll ? { reason: 'limit-all' } : null;
}

function means(price: number, { points, held }: RedeemState): RedeemRefusal | null {
  if (points < 0) return { reason: 'owing', owed: -points };
  if (points < price) return { reason: 'not-enough', missing: price - points };
  return held >= MOST_HELD ? { reason: 'too-many-held' } : null;
}
