// Rewards as the merchant types them.
import { z } from 'zod';
import { amountText } from '../values/amount-text.ts';
import { inEachLanguage } from '../values/languages.ts';
import { picked, pickedOf, type FormWording } from './picked.ts';
import {
  PERIODS,
  PLAIN_COMBINATIONS,
  PLAIN_LIFE,
  type Reward,
  type RewardGives,
} from '../rewards/reward-rules.ts';

const text = z.string().max(1_000);
const rewardForm = z.object({
  /** Empty for a reward that was never saved. */
  key: text,
  title: inEachLanguage(text),
  cost: text,
  kind: z.enum(['amount', 'percent', 'free-shipping']),
  /** In the currency's major unit. */
  amount: text,
  percent: text,
  of: z.enum(['order', 'chosen']),
  products: z.array(picked).max(1_000),
  collections: z.array(picked).max(1_000),
  /** In the currency's major unit; empty: any rate. */
  upTo: text,
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
    ...formOfGives(gives, wording),
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

type GivesForm = Pick<RewardForm, 'kind' | 'amount' | 'percent' | 'of' | 'products' | 'collections' | 'upTo'>;

const NOTHING_GIVEN: Omit<GivesForm, 'kind'> = {
  amount: '',
  percent: '',
  of: 'order',
  products: [],
  collections: [],
  upTo: '',
};

function formOfGives(gives: RewardGives, { currency, titles, gone }: FormWording): GivesForm {
  const { kind } = gives;
  if (kind === 'amount') return { ...NOTHING_GIVEN, kind, amount: amountText(gives.minor, currency) };
  if (kind === 'free-shipping') {
    const upTo = gives.upToMinor === null ? '' : amountText(gives.upToMinor, currency);
    return { ...NOTHING_GIVEN, kind, upTo };
  }
  const percent = String(gives.percent);
  if (gives.of === 'order') return { ...NOTHING_GIVEN, kind, percent };
  const products = pickedOf(gives.of.productIds, titles.products, gone);
  const collections = pickedOf(gives.of.collectionIds, titles.collections, gone);
  return { ...NOTHING_GIVEN, kind, percent, of: 'chosen', products, collections };
}

/** A reward that the merchant adds: what most shops want of the rest. */
export function emptyReward(
  title: Reward['title'],
  { gives, cost, minimumMinor }: Pick<Reward, 'gives' | 'cost' | 'minimumMinor'>,
  currency: string,
): RewardForm {
  const wording = { currency, titles: { products: {}, collections: {} }, gone: '' };
  const shown = formOfReward(
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
  return shown;
}
