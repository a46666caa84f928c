// Rewards as the merchant types them.
import { z } from 'zod';
import { amountText } from '../values/amount-text.ts';
import { inEachLanguage } from '../values/languages.ts';
import { picked, type FormWording } from './picked.ts';
import { PERIODS, PLAIN_COMBINATIONS, PLAIN_LIFE, type Reward } from '../rewards/reward-rules.ts';
import { NOTHING_GIVEN } from './reward-kinds/form-kind.ts';
import { formKindOf } from './reward-kinds/form-kind-of.ts';

const text = z.string().max(1_000);
const rewardForm = z.object({
  /** Empty for a reward that was never saved. */
  key: text,
  title: inEachLanguage(text),
  cost: text,
  kind: z.enum(['amount', 'percent', 'free-shipping', 'product', 'any-amount']),
  /** In the currency's major unit. */
  amount: text,
  percent: text,
  of: z.enum(['order', 'chosen']),
  products: z.array(picked).max(1_000),
  collections: z.array(picked).max(1_000),
  /** In the currency's major unit; empty: any rate, any price. */
  upTo: text,
  /** Both in the currency's major unit; empty: no ceiling. */
  most: text,
  least: text,
  /** Of the cart, in percent. */
  share: text,
  lastsDays: text,
  usable: z.enum(['at-once', 'next-day', 'days']),
  /** `YYYY-MM-DD`, asked for named days. */
  usableFrom: text,
  usableUntil: text,
  /** In the currency's major unit; empty: any order. */
  minimum: text,
  /** `YYYY-MM-DD`; empty: open. */
  startsOn: text,
  endsOn: text,
  /** Empty: no limit. */
  perPerson: text,
  perPeriod: text,
  period: z.enum(PERIODS),
  inAll: text,
  combinesWith: z.object({ product: z.boolean(), order: z.boolean(), shipping: z.boolean() }),
  /** Whether a refunded order brings the points back. */
  givesBack: z.boolean(),
});
export type RewardForm = z.infer<typeof rewardForm>;

export const rewardsForm = z.array(rewardForm).max(100);

export function formOfRewards(rewards: readonly Reward[], wording: FormWording): RewardForm[] {
  return rewards.map((reward) => formOfReward(reward, wording));
}

function formOfReward(reward: Reward, wording: FormWording): RewardForm {
  const { key, title, cost, gives, lastsDays, usable, usableOn, limits, combinesWith, refund } = reward;
  const amount = (minor: number | null) => (minor === null ? '' : amountText(minor, wording.currency));
  const count = (times: number | null | undefined) => (times ? String(times) : '');
  return {
    key,
    title: { ...title },
    cost: String(cost),
    kind: gives.kind,
    ...NOTHING_GIVEN,
    ...formKindOf(gives).write(gives, wording),
    lastsDays: String(lastsDays),
    usable: usableOn ? 'days' : usable,
    usableFrom: usableOn?.from ?? '',
    usableUntil: usableOn?.until ?? '',
    minimum: amount(reward.minimumMinor),
    startsOn: reward.startsOn ?? '',
    endsOn: reward.endsOn ?? '',
    perPerson: count(limits.perPerson),
    perPeriod: count(limits.perPeriod?.count),
    period: limits.perPeriod?.period ?? 'month',
    inAll: count(limits.inAll),
    combinesWith,
    givesBack: refund === 'in-proportion',
  };
}

/** A reward that the merchant adds: what most shops want of the rest. */
export function emptyReward(
  title: Reward['title'],
  { gives, cost, minimumMinor }: Pick<Reward, 'gives' | 'cost' | 'minimumMinor'>,
  wording: FormWording,
): RewardForm {
  return formOfReward(
    {
      key: '',
      title,
      cost,
      gives,
      minimumMinor,
      lastsDays: PLAIN_LIFE,
      usable: 'at-once',
      startsOn: null,
      endsOn: null,
      limits: { perPerson: null, perPeriod: null, inAll: null },
      combinesWith: PLAIN_COMBINATIONS[gives.kind],
      refund: 'in-proportion',
    },
    wording,
  );
}
