// "100 points are €5.00 off", and "ready to use until 24 December": what points can be used for, in the program's copy, and
// what a member has of it, in the member's. What a balance is worth and what a cart saves is worked out by the blocks, so that
// a published change is true for everybody at once, and no member has to be written for it.
import type { MomentKind } from '../moments/kinds/moment-kinds.ts';
import { givenUnder } from '../moments/moment-cause.ts';
import { costOf } from '../rewards/any-amount.ts';
import { AGAIN } from '../rewards/cause.ts';
import { kindOf } from '../rewards/kinds/kind-of.ts';
import type { HeldGives } from '../rewards/kinds/reward-kind.ts';
import type { RewardGives } from '../rewards/reward-gives.ts';
import type { Reward } from '../rewards/reward-rules.ts';
import { shownHash } from '../rewards/shown-hash.ts';
import { handlesOf, pageHandles, type Handles } from './page-handles.ts';
import { byteLength, MEMBER_BYTES } from './projection-bytes.ts';

type Optional<T> = { [Key in keyof T]?: NonNullable<T[Key]> };
/** Without what is null, kind by kind. */
type Present<T> = T extends unknown
  ? { [Key in keyof T as null extends T[Key] ? never : Key]: T[Key] } & {
      [Key in keyof T as null extends T[Key] ? Key : never]?: NonNullable<T[Key]>;
    }
  : never;

/** What is null in the rules is absent. `shown` is sent with a tap: what was seen is what is taken. */
export type RewardProjection = Pick<Reward, 'key' | 'title' | 'cost' | 'combinesWith'> &
  Optional<Pick<Reward, 'minimumMinor' | 'startsOn' | 'endsOn' | 'usableOn'>> & {
    /** `handles`: of what it gives for nothing, where a page can find that. */
    gives: Present<RewardGives> & { handles?: string[] };
    shown: string;
    /** Of any amount: the points that its least costs. */
    from?: number;
    usable?: 'next-day';
    limits?: Optional<Pick<Reward['limits'], 'perPerson' | 'perPeriod'>>;
  };

/** Days of the shop's calendar, both of them days on which it can be used; `until` is absent where it has no last day. */
export type VoucherProjection = Pick<Reward, 'key' | 'title' | 'combinesWith'> &
  Optional<Pick<Reward, 'minimumMinor'>> & {
    id: string;
    /** Absent before its first day, and where it is coming back. */
    code?: string;
    gives: Present<HeldGives>;
    from: string;
    until?: string;
    /** Those are days that the merchant named, and not just what is left from tomorrow on. */
    onDays?: true;
    state: 'held' | 'releasing';
    /** Points; 0 for a gift. */
    price: number;
    /** Of a gift that a moment brought. */
    moment?: MomentKind;
    /** A gift that is given once more, because the order that used it was cancelled. */
    again?: true;
    /** Of any amount: what it takes off as it stands, and the points that are `gives.minor`. */
    face?: number;
    cost?: number;
  };

/** How often points have bought a reward: in all, and in the day, week, month and year of the last time, `on`. */
export type TakenReward = {
  key: string;
  on: string;
  times: number;
  day: number;
  week: number;
  month: number;
  year: number;
};

export type VouchersProjection = {
  vouchers?: VoucherProjection[];
  /** Ready ones that have no room among `vouchers`. */
  moreVouchers?: number;
  taken?: TakenReward[];
};

/** As it was given, whatever became of the program. */
export type ShownVoucher = {
  id: string;
  code: string;
  reward: Reward;
  from: string;
  until: string | null;
  state: 'held' | 'releasing';
  price: number;
  /** Why it was given; absent where nobody asks. */
  cause?: string;
  /** Of one that is given once more: why it was given before. */
  before?: string | null;
  /** What a reward of money takes off, in minor units of the shop's currency. */
  face: number | null;
};

export type VouchersState = {
  vouchers?: readonly ShownVoucher[];
  taken?: readonly TakenReward[];
  /** In the shop's calendar. */
  today?: string;
};

/** Of a member's copy, for what is ready; the rest is for points, cards and gifts. */
const VOUCHERS_BYTES = MEMBER_BYTES * 0.4;

export function projectRewards(
  rewards: readonly Reward[] = [],
  handles: Handles = {},
): { rewards?: RewardProjection[] } {
  const found = pageHandles(rewards, handles);
  return rewards.length > 0 ? { rewards: rewards.map((reward) => rewardProjection(reward, found)) } : {};
}

function rewardProjection(reward: Reward, handles: Handles): RewardProjection {
  const { key, title, cost, gives, combinesWith, usable, usableOn } = reward;
  const { minimumMinor, startsOn, endsOn } = reward;
  const { perPerson, perPeriod } = reward.limits;
  const limits = present({ perPerson, perPeriod });
  return {
    ...{ key, title, cost, gives: { ...present(gives), ...handlesOf(reward, handles) } },
    ...{ combinesWith, shown: shownHash(reward) },
    ...present({ minimumMinor, startsOn, endsOn }),
    ...(gives.kind === 'any-amount' && {
      from: costOf(gives.leastMinor, { minor: gives.minor, points: cost }),
    }),
    ...(usable === 'next-day' && { usable }),
    ...(usableOn && { usableOn }),
    ...(Object.keys(limits).length > 0 && { limits }),
  };
}

function present<T extends Record<string, unknown>>(values: T): Present<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as Present<T>;
}

/** Those that end first, as many as there is room for: beyond its limit a copy is worth nothing. */
export function projectVouchers({
  vouchers = [],
  taken = [],
  today = '',
}: VouchersState): VouchersProjection {
  const all = [...vouchers].sort(soonestFirst).map((voucher) => voucherProjection(voucher, today));
  const shown = asManyAsFit(all);
  const more = all.slice(shown.length).filter(({ state }) => state === 'held').length;
  return {
    ...(shown.length > 0 && { vouchers: shown }),
    ...(more > 0 && { moreVouchers: more }),
    ...(taken.length > 0 && { taken: [...taken] }),
  };
}

const lastDay = ({ state, until }: ShownVoucher) => (state === 'held' ? (until ?? '9999') : '99999');

function soonestFirst(one: ShownVoucher, other: ShownVoucher): number {
  return lastDay(one) < lastDay(other) ? -1 : lastDay(one) > lastDay(other) ? 1 : 0;
}

function voucherProjection(voucher: ShownVoucher, today: string): VoucherProjection {
  const { id, code, reward, from, until, state, price, face, cause = '', before } = voucher;
  const moment = givenUnder(before ?? cause, from)?.occasion;
  const { key, title, combinesWith, minimumMinor, usableOn, gives, cost } = reward;
  return {
    ...{ id, key, title, gives: heldGives(reward), combinesWith, from, state, price },
    ...present({ minimumMinor, until }),
    ...(gives.kind === 'any-amount' && face !== null && { face, cost }),
    ...(usableOn && { onDays: true as const }),
    ...(moment && { moment }),
    ...(cause.startsWith(AGAIN) && { again: true as const }),
    ...(state === 'held' && from <= today && { code }),
  };
}

export function heldGives({ gives }: Pick<Reward, 'gives'>): VoucherProjection['gives'] {
  return present(kindOf(gives).held(gives));
}

function asManyAsFit(all: readonly VoucherProjection[]): VoucherProjection[] {
  let left = VOUCHERS_BYTES;
  const over = all.findIndex((one) => (left -= byteLength(one) + 1) < 0);
  return all.slice(0, over === -1 ? all.length : over);
}
