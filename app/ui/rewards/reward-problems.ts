// Why a reward wasn't given or taken back by hand, each beside the field it belongs to.
import { NOTE_LENGTH, REASON_LENGTH } from '#app/core/ledger/adjustment.ts';
import type { GiftProblem } from '#app/core/rewards/hand-gift.ts';
import type { TakeBackProblem } from '#app/core/rewards/take-back.ts';
import { MOST_HELD } from '#app/core/rewards/voucher.ts';
import type { Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import type { NotSaved } from '#app/ui/form/keep-what-was-typed.ts';
import { formatNumber } from '#app/ui/values/format.ts';

type Problem = GiftProblem | TakeBackProblem;
type Refused = { ok: false; reason: 'refused'; problems: Problem[] };
export type HandAnswer = { ok: true } | Refused;

export type HandErrors = { reward?: string; reason?: string; note?: string; general?: string };

export function handErrors(answer: HandAnswer | NotSaved | null, language: Language): HandErrors {
  if (answer === null || answer.ok) return {};
  const { shell } = textsOf(language);
  if (answer.reason === 'not-saved') return { general: `${shell.notSaved}. ${shell.notSavedHelp}` };
  return Object.assign({}, ...answer.problems.map((problem) => inWords(problem, language))) as HandErrors;
}

function inWords(problem: Problem, language: Language): HandErrors {
  const { members, memberRewards } = textsOf(language);
  switch (problem.reason) {
    case 'no-reward':
      return { reward: memberRewards.errors.noReward };
    case 'missing':
      return { reason: members.errors.reasonMissing };
    case 'too-long':
      return tooLong(problem.field, language);
    case 'no-member':
      return { general: members.errors.noMember };
    case 'other-request':
      return { general: members.errors.otherRequest };
    case 'too-many-held':
      return { general: memberRewards.errors.tooManyHeld(formatNumber(MOST_HELD, language)) };
    case 'not-held':
      return { general: memberRewards.errors.notHeld };
  }
}

function tooLong(field: 'reason' | 'note', language: Language): HandErrors {
  const most = field === 'note' ? NOTE_LENGTH : REASON_LENGTH;
  return { [field]: textsOf(language).members.errors.reasonTooLong(formatNumber(most, language)) };
}
