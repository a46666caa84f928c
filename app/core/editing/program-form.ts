// The program's rules as the merchant types them: text, so that what was typed is never lost, whatever it was. Each
// section of the program says its own part; here they become one form, so that its type stays exact.
import { z } from 'zod';
import { formOfMoments, momentsForm } from '../moments/moment-form.ts';
import type { ProgramRules } from '../program/program-rules.ts';
import { cardsForm, formOfCards, type Titles } from './card-form.ts';
import { earnForm, formOfEarn } from './earn-form.ts';

/** The form that the page sends. */
export const programForm = z.object({ ...earnForm, cards: cardsForm, occasions: momentsForm });
export type ProgramForm = z.infer<typeof programForm>;

/** Rules as the form shows them; `gone` is said in place of a title that Shopify doesn't tell. */
export function formOfRules(
  rules: ProgramRules,
  currency: string,
  titles: Titles,
  gone: string,
): ProgramForm {
  return {
    ...formOfEarn(rules, currency),
    cards: formOfCards(rules.cards, { currency, titles, gone }),
    occasions: formOfMoments(rules.occasions),
  };
}
