import type { ProgramRules } from '#app/core/program/program-rules.ts';
import type { RewardGives } from '#app/core/rewards/reward-gives.ts';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import { pick } from '#app/locales/plural.ts';
import { textsOf } from '#app/locales/texts.ts';
import { formatNumber, pluralForm } from '#app/ui/values/format.ts';
import type { Wording } from '../stamps/card-terms.ts';
import { kindWordsOf } from './kinds/kind-words-of.ts';
import { rewardTerms } from './reward-terms.ts';

type Names = ProgramRules['names'];

/** "120 points", by the program's name for them. */
export function pointsInWords(points: number, names: Names, { language }: Pick<Wording, 'language'>): string {
  return `${formatNumber(points, language)} ${pick(pluralForm(points, language), names[language])}`;
}

/** "100 points are €5.00 off the order." */
export function rewardRule(
  { gives, cost }: Pick<Reward, 'gives' | 'cost'>,
  names: Names,
  wording: Wording,
): string {
  const { language } = wording;
  const points = pointsInWords(cost, names, wording);
  const words = kindWordsOf(gives);
  if (words.rule) return words.rule(gives, points, wording);
  return textsOf(language).rewards.sentence(points, pluralForm(cost, language), words.gives(gives, wording));
}

/** The same with its terms: "Orders of at least €5.00. Ready to use for 30 days." */
export function rewardSentence(reward: Reward, names: Names, wording: Wording): string {
  return [rewardRule(reward, names, wording), ...rewardTerms(reward, wording)].join(' ');
}

/** "€5.00 off the order" */
export function givesInWords(gives: RewardGives, wording: Wording): string {
  return kindWordsOf(gives).gives(gives, wording);
}
