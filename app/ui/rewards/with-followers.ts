// What follows another field as long as nobody has typed in it: a reward's name follows what it gives, the smallest order
// follows the amount, and the discounts beside it follow its kind.
import { NOTHING_GIVEN, type Beginning, type GivesForm } from '#app/core/editing/reward-kinds/form-kind.ts';
import { formKindOf } from '#app/core/editing/reward-kinds/form-kind-of.ts';
import type { RewardForm } from '#app/core/editing/reward-form.ts';
import { PLAIN_COMBINATIONS } from '#app/core/rewards/reward-rules.ts';
import { byLanguage, type Language } from '#app/core/values/languages.ts';
import { same } from '#app/core/values/same.ts';
import { typedAmount } from '#app/ui/values/format.ts';
import { suggestedTitle } from './suggested-title.ts';

type Context = Beginning & { language: Language };

/** The form with what was typed, and with what follows it. */
export function withFollowers(
  before: RewardForm,
  fields: Partial<RewardForm>,
  context: Context,
): Partial<RewardForm> {
  const { currency } = context;
  const all = {
    ...(fields.kind && fields.kind !== before.kind && ofKind(before, fields.kind, context)),
    ...fields,
  };
  const after = { ...before, ...all };
  return {
    ...all,
    ...(fields.title ? {} : { title: titleAfter(before, after, currency) }),
    ...(fields.minimum === undefined && { minimum: minimumAfter(before, after) }),
    ...(after.kind !== before.kind && { combinesWith: combinationAfter(before, after) }),
  };
}

/** Limits of another kind say nothing of this one; what was typed of its worth stays. */
function ofKind(before: RewardForm, kind: RewardForm['kind'], context: Context): Partial<GivesForm> {
  const begun = { ...NOTHING_GIVEN, ...formKindOf({ kind }).begin?.(context) };
  const money = (amount: string) => typedAmount(amount, context.language);
  const [upTo, least, most] = [money(begun.upTo), money(begun.least), money(begun.most)];
  const percent = before.percent || begun.percent;
  return { amount: before.amount || money(begun.amount), percent, upTo, least, most, share: begun.share };
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
