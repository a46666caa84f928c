// The form of a moment that isn't saved yet: a ready-made one, or one of the merchant's own making.
import { agreedTo, OWN, ownMoment } from '#app/core/editing/own-moment.ts';
import type { MomentRuleForm } from '#app/core/editing/moment-rule-form.ts';
import { beginMoment, readyMade, withRewards, type ReadyKey } from '#app/core/editing/ready-made.ts';
import { canBeGiven } from '#app/core/moments/reward-of-moment.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { byLanguage } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import { FIRST_CONSENT } from './first-consent.ts';

export type Beginning = ReadyKey | typeof OWN;

/** What it lets them choose begins with the program's own rewards. */
export function beginNew(begin: Beginning, { rewards = [] }: ProgramRules): MomentRuleForm | null {
  if (begin === OWN) return ownMoment(FIRST_CONSENT);
  const ready = readyMade(begin);
  if (!ready) return null;
  const title = byLanguage((language) => textsOf(language).moments.shopperTitles[ready.key]);
  return agreedTo(withRewards(beginMoment(ready, title), rewards.filter(canBeGiven)), FIRST_CONSENT);
}
