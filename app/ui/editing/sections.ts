// The sections of the program in words, one line a feature, in the order of core/editing/sections.ts. What stands on the page
// for each is listed in section-panels.ts.
import type { ProgramForm } from '#app/core/editing/program-form.ts';
import type { SectionName } from '#app/core/editing/sections.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import type { Language } from '#app/core/values/languages.ts';
import { typedAmount } from '#app/ui/values/format.ts';
import { momentChangesInWords } from '../moments/describe-moment.ts';
import { giftShoppers } from '../moments/preview-shoppers.ts';
import { cardChangesInWords } from '../stamps/card-changes-in-words.ts';
import type { Wording } from '../stamps/card-terms.ts';
import { cardShoppers } from '../stamps/preview-shoppers.ts';
import { earnChangesInWords } from './earn-sentence.ts';
import { settingsChangesInWords } from './settings/settings-changes-in-words.ts';

/** `value` is what the preview's route knows the shopper by. */
export type PreviewShopperOption = { label: string; value: string };

type Section = {
  /** One sentence per difference; none when both mean the same. */
  changesInWords: (before: ProgramRules, after: ProgramRules, wording: Wording) => string[];
  /** Its fields with amounts as the merchant's language writes them. */
  typed?: (form: ProgramForm, language: Language) => Partial<ProgramForm>;
  /** Made-up shoppers that the preview offers beside those of every program. */
  shoppers?: (form: ProgramForm, language: Language) => PreviewShopperOption[];
};

const earn: Section = {
  changesInWords: earnChangesInWords,
  typed: ({ perAmount }, language) => ({ perAmount: typedAmount(perAmount, language) }),
};

const cards: Section = {
  changesInWords: cardChangesInWords,
  typed: ({ cards }, language) => ({
    cards: cards.map((card) => ({ ...card, maxPrice: typedAmount(card.maxPrice, language) })),
  }),
  shoppers: (_form, language) => cardShoppers(language),
};

const moments: Section = {
  changesInWords: momentChangesInWords,
  shoppers: ({ occasions }, language) => giftShoppers(occasions, language),
};

const settings: Section = { changesInWords: settingsChangesInWords };

const byName: Record<SectionName, Section> = { earn, cards, moments, settings };

export const SECTIONS: readonly Section[] = Object.values(byName);
