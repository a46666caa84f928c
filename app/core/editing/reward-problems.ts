// The problems that keep rewards from being published.
import type { ProgramRules } from '../program/program-rules.ts';
import { givesBack, GIVES_BACK } from '../rewards/gives-back.ts';
import { kindOf } from '../rewards/kinds/kind-of.ts';
import type { Reward } from '../rewards/reward-rules.ts';
import { newNeedOf } from './needs-functions.ts';
import type { PublishContext } from './publish-context.ts';

export type RewardProblem = {
  field: string;
  /** `malformed`: two rewards with one key, which no form makes. */
  reason:
    | 'noRewardProducts'
    | 'malformed'
    | 'rewardTitleTwice'
    | 'givesTooMuch'
    | 'neverTakenOff'
    | 'eitherKind'
    | 'anyAmountTwice'
    | 'rewardNeedsFunctions';
};

type Rules = Pick<ProgramRules, 'rewards' | 'earn' | 'pointsOff' | 'neverEarns'>;

export function rewardProblems(rules: Rules, { before, functionsRun }: PublishContext): RewardProblem[] {
  const { rewards = [] } = rules;
  const keys = rewards.map(({ key }) => key);
  return rewards.flatMap((reward, index): RewardProblem[] => {
    const problem = (field: string, reason: RewardProblem['reason']): RewardProblem => {
      return { field: `rewards.${index}.${field}`, reason };
    };
    const back = givesBack(reward, rules);
    const products = productProblem(reward, rules.neverEarns);
    const needs = functionsRun ? null : newNeedOf(reward, before);
    return [
      ...(keys.indexOf(reward.key) === index ? [] : [problem('key', 'malformed')]),
      ...titlesTwice(rewards, index).map((language) => problem(`title.${language}`, 'rewardTitleTwice')),
      ...(isSecondAnyAmount(rewards, index) ? [problem('kind', 'anyAmountTwice')] : []),
      ...(needs ? [problem(needs, 'rewardNeedsFunctions')] : []),
      ...(products ? [problem('products', products)] : []),
      ...(back && back.basisPoints > GIVES_BACK.refuse ? [problem('cost', 'givesTooMuch')] : []),
    ];
  });
}

const folded = (title: string): string => title.trim().toLowerCase();

function titlesTwice(rewards: readonly Reward[], index: number): string[] {
  const titles = Object.entries(rewards[index]?.title ?? {});
  const isEarlier = (language: string, title: string) =>
    rewards
      .slice(0, index)
      .some((other) =>
        Object.entries(other.title).some(([of, text]) => of === language && folded(text) === folded(title)),
      );
  return titles.filter(([language, title]) => isEarlier(language, title)).map(([language]) => language);
}

/** A balance is worth one thing. */
function isSecondAnyAmount(rewards: readonly Reward[], index: number): boolean {
  const isAnyAmount = ({ gives }: Reward) => gives.kind === 'any-amount';
  return rewards.findIndex(isAnyAmount) < index && rewards.slice(index, index + 1).some(isAnyAmount);
}

function productProblem(
  { gives }: Reward,
  never: Rules['neverEarns'],
): 'noRewardProducts' | 'neverTakenOff' | 'eitherKind' | null {
  const named = kindOf(gives).named(gives);
  if (!named) return null;
  const { productIds, collectionIds } = named;
  if (productIds.length + collectionIds.length === 0) return 'noRewardProducts';
  // A discount of Shopify's takes the one or the other.
  if (productIds.length > 0 && collectionIds.length > 0) return 'eitherKind';
  const isNever =
    productIds.some((id) => never?.productIds.includes(id)) ||
    collectionIds.some((id) => never?.collectionIds.includes(id));
  return isNever ? 'neverTakenOff' : null;
}
