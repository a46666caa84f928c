// Whether a draft brings what only a discount function can give: a stamp card that can't be given as a code, a free product, a
// percentage with a ceiling. What is published already stays as it is, so that nothing else is held up by it.
import { lacksForCodes, type LacksForCodes } from '../discounts/card-reward.ts';
import type { StampCard } from '../program/card-rules.ts';
import type { ProgramRules } from '../program/program-rules.ts';
import { kindOf } from '../rewards/kinds/kind-of.ts';
import type { Reward } from '../rewards/reward-rules.ts';

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

/** What a card lacks to be given as a code, where the published one doesn't lack it as well. */
export function newLackOf(card: StampCard, { cards }: Pick<Rules, 'cards'>): LacksForCodes | null {
  const lacks = lacksForCodes(card);
  const before = cards.find(({ key }) => key === card.key);
  return before && lacksForCodes(before) === lacks ? null : lacks;
}

export function needsFunctions(before: Rules, after: Rules): boolean {
  return (
    after.cards.some((card) => newLackOf(card, before) !== null) ||
    (after.rewards ?? []).some((reward) => newNeedOf(reward, before) !== null)
  );
}
