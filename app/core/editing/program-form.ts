// The program's rules as the merchant types them: text, so that what was typed is never lost, whatever it was. Each
// section of the program says its own part; here they become one form, so that its type stays exact.
import { z } from 'zod';
import { formOfMoments, momentsForm } from './moment-form.ts';
import { formOfMomentRules, momentRulesForm } from './moment-rule-form.ts';
import type { ProgramRules } from '../program/program-rules.ts';
import { cardsForm, formOfCards } from './card-form.ts';
import { formOfRewards, rewardsForm } from './reward-form.ts';
import { earnForm, formOfEarn } from './earn-form.ts';
import { formOfNever, neverForm } from './never-form.ts';
import type { Titles } from './picked.ts';

/** The form that the page sends. */
export const programForm = z.object({
  ...earnForm,
  cards: cardsForm,
  occasions: momentsForm,
  /** Missing in what a page of an older version sends: they stay as they are. */
  rewards: rewardsForm.optional(),
  moments: momentRulesForm.optional(),
  neverEarns: neverForm,
});
export type ProgramForm = z.infer<typeof programForm>;

/** Rules as the form shows them; `gone` is said in place of a title that Shopify doesn't tell. */
export function formOfRules(
  rules: ProgramRules,
  currency: string,
  titles: Titles,
  gone: string,
): ProgramForm {
  const wording = { currency, titles, gone };
  return {
    ...formOfEarn(rules, currency),
    cards: formOfCards(rules.cards, wording),
    occasions: formOfMoments(rules.occasions, wording),
    rewards: formOfRewards(rules.rewards ?? [], wording),
    moments: formOfMomentRules(rules.moments ?? [], wording),
    neverEarns: formOfNever(rules, wording),
  };
}
