// Whether a draft brings what only a discount function can give: a stamp card, a free product, a percentage with a ceiling. What is
// published already stays as it is, so that nothing else is held up by it.
import type { ProgramRules } from '../program/program-rules.ts';
import { kindOf } from '../rewards/kinds/kind-of.ts';
import type { Reward } from '../rewards/reward-rules.ts';
import { addsCards } from './card-changes.ts';

type Rules = Pick<ProgramRules, 'cards' | 'rewards'>;

/** The field of a reward that needs a function which the published program doesn't need for it yet. */
export function newNeedOf(
  { key, gives }: Reward,
  { rewards = [] }: Pick<Rules, 'rewards'>,
): 'kind' | 'most' | null {
  const needs = kindOf(gives).needsFunction(gives);
  const before = rewards.find((reward) => reward.key === key)?.gives;
  return before && kindOf(before).needsFunction(before) === needs ? null : needs;
}

export function needsFunctions(before: Rules, after: Rules): boolean {
  return (
    addsCards(before, after) || (after.rewards ?? []).some((reward) => newNeedOf(reward, before) !== null)
  );
}
