// What never counts, and whether that differs between two programs.
import { neverChanges } from '#app/core/editing/never-form.ts';
import { NO_PRODUCTS } from '#app/core/program/card-rules.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { textsOf } from '#app/locales/texts.ts';
import { productsInWords, type Wording } from '../stamps/card-terms.ts';
import type { ChangeLine } from './change-line.ts';

/** "House blend or the collection “Books”"; null where there is none. */
function neverInWords({ neverEarns }: ProgramRules, wording: Wording): string | null {
  return neverEarns ? productsInWords({ ...NO_PRODUCTS, ...neverEarns }, wording) : null;
}

export function neverChangesInWords(before: ProgramRules, after: ProgramRules, wording: Wording): string[] {
  const { never } = textsOf(wording.language).rewards;
  const chosen = neverInWords(after, wording);
  return neverChanges(before, after).map(() => (chosen === null ? never.none : never.chosen(chosen)));
}

export function neverChangesInShort(
  before: ProgramRules,
  after: ProgramRules,
  wording: Wording,
): ChangeLine[] {
  const { never } = textsOf(wording.language).rewards;
  const value = (rules: ProgramRules) => neverInWords(rules, wording) ?? never.noneShort;
  return neverChanges(before, after).map(() => {
    return { what: never.heading, before: value(before), after: value(after) };
  });
}
