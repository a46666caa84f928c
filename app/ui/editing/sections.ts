// The sections of the program in words, one line a feature, in the order of core/editing/sections.ts. Each feature's
// page is a route of its own.
import type { ProgramForm } from '#app/core/editing/program-form.ts';
import type { SectionName } from '#app/core/editing/sections.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import type { Language } from '#app/core/values/languages.ts';
import { typedAmount } from '#app/ui/values/format.ts';
import { momentChangesInWords } from '../moments/describe-moment.ts';
import {
  momentRuleChangesInShort,
  momentRuleChangesInWords,
} from '../moments/list/moment-rule-changes-in-words.ts';
import { momentChangesInShort } from '../moments/moment-changes-in-short.ts';
import { rewardChangesInShort, rewardChangesInWords } from '../rewards/reward-changes-in-words.ts';
import { cardChangesInShort } from '../stamps/card-changes-in-short.ts';
import { cardChangesInWords } from '../stamps/card-changes-in-words.ts';
import type { Wording } from '../stamps/card-terms.ts';
import type { ChangeLine } from './change-line.ts';
import { neverChangesInShort, neverChangesInWords } from './never-in-words.ts';
import { earnInShort } from './earn-in-short.ts';
import { earnChangesInWords } from './earn-sentence.ts';
import { runningChangesInWords, runningInShort } from './running-in-words.ts';
import { settingsChangesInShort } from './settings/settings-changes-in-short.ts';
import { settingsChangesInWords } from './settings/settings-changes-in-words.ts';

type Section = {
  /** One sentence per difference; none when both mean the same. */
  changesInWords: (before: ProgramRules, after: ProgramRules, wording: Wording) => string[];
  /** The same, a line each: before and after. */
  changesInShort: (before: ProgramRules, after: ProgramRules, wording: Wording) => ChangeLine[];
  /** Its fields with amounts as the merchant's language writes them. */
  typed?: (form: ProgramForm, language: Language) => Partial<ProgramForm>;
};

const earn: Section = {
  changesInWords: earnChangesInWords,
  changesInShort: earnInShort,
  typed: ({ perAmount }, language) => ({ perAmount: typedAmount(perAmount, language) }),
};

const cards: Section = {
  changesInWords: cardChangesInWords,
  changesInShort: cardChangesInShort,
  typed: ({ cards }, language) => ({
    cards: cards.map((card) => ({ ...card, maxPrice: typedAmount(card.maxPrice, language) })),
  }),
};

const rewards: Section = {
  changesInWords: rewardChangesInWords,
  changesInShort: rewardChangesInShort,
  typed: ({ rewards = [] }, language) => ({
    rewards: rewards.map((reward) => ({
      ...reward,
      amount: typedAmount(reward.amount, language),
      upTo: typedAmount(reward.upTo, language),
      least: typedAmount(reward.least, language),
      most: typedAmount(reward.most, language),
      minimum: typedAmount(reward.minimum, language),
    })),
  }),
};

const never: Section = { changesInWords: neverChangesInWords, changesInShort: neverChangesInShort };

const moments: Section = {
  changesInWords: momentChangesInWords,
  changesInShort: momentChangesInShort,
};

const caused: Section = {
  changesInWords: momentRuleChangesInWords,
  changesInShort: momentRuleChangesInShort,
  typed: ({ moments = [] }, language) => ({
    moments: moments.map((moment) => ({
      ...moment,
      ceiling: moment.ceilingOf === 'minor' ? typedAmount(moment.ceiling, language) : moment.ceiling,
    })),
  }),
};

const settings: Section = {
  changesInWords: settingsChangesInWords,
  changesInShort: settingsChangesInShort,
};

const running: Section = { changesInWords: runningChangesInWords, changesInShort: runningInShort };

const byName: Record<SectionName, Section> = {
  earn,
  cards,
  rewards,
  moments,
  caused,
  never,
  settings,
  running,
};

export const SECTIONS: readonly Section[] = Object.values(byName);
