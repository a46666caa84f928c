import type { RewardHealth } from '#app/core/discounts/discount-health.ts';
import type { Language } from '#app/core/values/languages.ts';
import type { Texts } from '#app/locales/en.ts';
import { formatNumber, pluralForm } from '../values/format.ts';

type Say = Pick<Texts, 'cards' | 'rewards'>;

/** What is the matter with a reward's discount, and what it means for gifts that customers hold; nothing where all is well. */
export function rewardProblem(
  { problem, idleGifts }: RewardHealth,
  { cards, rewards: { discount } }: Say,
  language: Language,
): string[] {
  if (problem === null) return [];
  const why =
    problem === 'functions-not-available' ? discount.problems[problem] : cards.discount.problems[problem];
  if (idleGifts === 0) return [why];
  return [why, discount.idleGifts(formatNumber(idleGifts, language), pluralForm(idleGifts, language))];
}
