// "100 points are 5.00 off": the part of the program that says what points can be used for.
import { z } from 'zod';
import { localized } from '../values/languages.ts';
import { MOST_MINOR } from '../values/money.ts';
import { day, rewardKey } from '../values/shapes.ts';
import { rewardGives, type RewardGives } from './reward-gives.ts';

/** The limits of what a program's rewards may hold. */
export const REWARD_LIMITS = {
  rewards: 20,
  /** Points. */
  cost: 10_000_000,
  /** Days that a reward stays ready to use. */
  lastsDays: 365,
  /** Times: per person, in a period, and in all. */
  times: 1_000_000,
} as const;

/** Of the shop's calendar: a month begins on its first day, a week on Monday. */
export const PERIODS = ['day', 'week', 'month', 'year'] as const;
export type Period = (typeof PERIODS)[number];

const minor = z.int().min(1).max(MOST_MINOR);
const times = z.int().min(1).max(REWARD_LIMITS.times);

/** No limit where it is null. */
const rewardLimits = z.object({
  perPerson: times.nullable(),
  perPeriod: z.object({ count: times, period: z.enum(PERIODS) }).nullable(),
  inAll: times.nullable(),
});

/** How long a reward stays ready to use, unless the merchant says otherwise. */
export const PLAIN_LIFE = 30;
/** The merchant's discounts that most let stand beside one. Shopify puts no two shipping discounts on an order. */
export const PLAIN_COMBINATIONS: Record<RewardGives['kind'], Reward['combinesWith']> = {
  amount: { product: true, order: false, shipping: true },
  percent: { product: true, order: false, shipping: true },
  'free-shipping': { product: true, order: true, shipping: false },
  product: { product: true, order: false, shipping: true },
  'any-amount': { product: true, order: false, shipping: true },
};

const reward = z.object({
  key: rewardKey,
  title: localized,
  /** Points. */
  cost: z.int().min(1).max(REWARD_LIMITS.cost),
  gives: rewardGives,
  /** Its last day is the day of taking it and so many more, in the shop's time zone. */
  lastsDays: z.int().min(1).max(REWARD_LIMITS.lastsDays).default(PLAIN_LIFE),
  /** `next-day`: "from your next order". */
  usable: z.enum(['at-once', 'next-day']).default('at-once'),
  /** Named days, both inclusive: before the first it is shown without its code. */
  usableOn: z.object({ from: day, until: day }).optional(),
  /** Least subtotal of an order; null: any. */
  minimumMinor: minor.nullable().default(null),
  /** First and last day on which points buy it, in the shop's time zone, both inclusive; null: open. */
  startsOn: day.nullable().default(null),
  endsOn: day.nullable().default(null),
  limits: rewardLimits.default({ perPerson: null, perPeriod: null, inAll: null }),
  /** The merchant's discounts that may stand beside it in one order. */
  combinesWith: z
    .object({ product: z.boolean(), order: z.boolean(), shipping: z.boolean() })
    .default({ product: true, order: false, shipping: true }),
  /** Whether a refunded order brings the points back. */
  refund: z.enum(['in-proportion', 'nothing']).default('in-proportion'),
});
export type Reward = z.infer<typeof reward>;

/** As a gift or a voucher has it: some were stored that last longer than the editor takes; a full card's bears the card's key. */
export const storedReward = reward.extend({
  key: z.string().regex(/^(card\.)?[a-z0-9-]{1,32}$/),
  lastsDays: z.int().min(1).default(PLAIN_LIFE),
});

/** Absent in rules from before there were any, and where there are none. */
export const rewardRules = z.array(reward).max(REWARD_LIMITS.rewards);
