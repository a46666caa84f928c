// What follows another field as long as nobody has typed in it: a reward's name follows what it gives, the smallest order
// follows the amount, and the discounts beside it follow its kind.
import type { RewardForm } from '#app/core/editing/reward-form.ts';
import { PLAIN_COMBINATIONS } from '#app/core/rewards/reward-rules.ts';
import { byLanguage } from '#app/core/values/languages.ts';
import { same } from '#app/core/values/same.ts';
import { suggestedTitle } from './suggested-title.ts';

/** The form with what was typed, and with what follows it. */
export function withFollowers(
  before: RewardForm,
  fields: Partial<RewardForm>,
  currency: string,
): Partial<RewardForm> {
  const after = { ...before, ...fields };
  return {
    ...fields,
    ...(fields.title ? {} : { title: titleAfter(before, after, currency) }),
    ...(fields.minimum === undefined && { minimum: minimumAfter(before, after) }),
    ...(after.kind !== before.kind && { combinesWith: combinationAfter(before, after) }),
  };
}

function titleAfter(before: RewardForm, after: RewardForm, currency: string): RewardForm['title'] {
  return byLanguage((language) => {
    const typed = before.title[language];
    const follows = typed === '' || typed === suggestedTitle(before, currency, language);
    return follows ? (suggestedTitle(after, currency, language) ?? typed) : typed;
  });
}

function minimumAfter(before: RewardForm, after: RewardForm): string {
  const followed = before.kind === 'amount' ? before.amount : '';
  if (before.minimum !== followed) return before.minimum;
  return after.kind === 'amount' ? after.amount : '';
}

function combinationAfter(before: RewardForm, after: RewardForm): RewardForm['combinesWith'] {
  const untouched = same(before.combinesWith, PLAIN_COMBINATIONS[before.kind]);
  return untouched ? PLAIN_COMBINATIONS[after.kind] : before.combinesWith;
}
