// The sections of the program, one line a feature, in the order in which the page shows them and a change is told.
import { momentChanges } from '../moments/moment-changes.ts';
import { momentRuleChanges } from '../moments/moment-rule-changes.ts';
import { MOMENTS } from '../moments/kinds/moment-kinds.ts';
import { parseMomentRules } from './parse-moment-rules.ts';
import { momentProblems } from '../moments/moment-problems.ts';
import { momentRuleProblems } from '../moments/moment-rule-problems.ts';
import { parseMoments } from './parse-moment-form.ts';
import { parseRewards } from './parse-reward-form.ts';
import { rewardChanges } from '../rewards/reward-changes.ts';
import { rewardProblems } from './reward-problems.ts';
import { cardChanges } from './card-changes.ts';
import { cardProblems } from './card-problems.ts';
import { earnChanges } from './earn-changes.ts';
import { parseEarn } from './earn-form.ts';
import { earnProblems } from './earn-problems.ts';
import { neverChanges, parseNever } from './never-form.ts';
import { parseCards } from './parse-card-form.ts';
import { runningChanges } from './running-changes.ts';
import type { Section } from './section.ts';
import { settingsChanges } from './settings-changes.ts';

const earn: Section = {
  parse: (form, { currency }, errors) => parseEarn(form, currency, errors),
  problems: ({ earn: rule }) => earnProblems(rule),
  changes: earnChanges,
  changedParts: (before, after) =>
    earnChanges(before, after)
      .slice(0, 1)
      .map(() => 'earn'),
};

const cards: Section = {
  parse: (form, context, errors) => ({
    cards: parseCards(form.cards, { ...context, before: context.base.cards }, errors),
  }),
  problems: cardProblems,
  changes: (before, after) => cardChanges(before.cards, after.cards),
  changedParts: (before, after) =>
    cardChanges(before.cards, after.cards).flatMap((change) =>
      'key' in change ? [`card/${change.key}` as const] : [],
    ),
};

const moments: Section = {
  parse: (form, _context, errors) => {
    const { occasions, errors: wrong } = parseMoments(form.occasions);
    Object.assign(errors, wrong);
    return { occasions };
  },
  problems: ({ occasions, moments: list, rewards: given }, { tellsOutside }) => [
    ...momentProblems(occasions, given),
    ...momentRuleProblems(list, given, tellsOutside === undefined ? {} : { tellsOutside }),
  ],
  changes: (before, after) => momentChanges(before.occasions, after.occasions),
  changedParts: (before, after) =>
    momentChanges(before.occasions, after.occasions).map(({ occasion }) => `occasion/${occasion}` as const),
};

const rewards: Section = {
  parse: ({ rewards: forms }, context, errors) => {
    if (!forms) return {};
    const parsed = parseRewards(forms, context, errors);
    return { rewards: parsed.length > 0 ? parsed : undefined };
  },
  problems: rewardProblems,
  changes: (before, after) => rewardChanges(before.rewards, after.rewards),
  changedParts: (before, after) =>
    rewardChanges(before.rewards, after.rewards).map(({ key }) => `reward/${key}` as const),
};

const caused: Section = {
  parse: ({ moments: forms }, { currency, usedKeys, base }, errors) => {
    if (!forms) return {};
    const context = { currency, usedKeys, before: base.moments ?? [] };
    const parsed = parseMomentRules(forms, context, errors);
    return { moments: parsed.length > 0 ? parsed : undefined };
  },
  changes: (before, after) => momentRuleChanges(before.moments, after.moments),
  changedParts: (before, after) =>
    momentRuleChanges(before.moments, after.moments).map(({ key }) => `moment/${key}` as const),
};

const never: Section = {
  parse: ({ neverEarns }, _context, errors) => parseNever(neverEarns, errors),
  changes: neverChanges,
  changedParts: (before, after) => neverChanges(before, after).map(() => 'never'),
};

const settings: Section = {
  changes: settingsChanges,
  changedParts: (before, after) => settingsChanges(before, after).map(() => 'settings'),
};

/** No form edits it: the program and its moments are paused and started at once, beside the draft. A date that is off isn't paused. */
const running: Section = {
  parse: ({ occasions }, { base: { pausedMoments } }) => {
    if (!pausedMoments) return {};
    const kept = pausedMoments.filter((key) => !MOMENTS.some((kind) => kind === key && !occasions[kind].on));
    return { pausedMoments: kept.length > 0 ? kept : undefined };
  },
  changes: runningChanges,
  changedParts: () => [],
};

const byName = { earn, cards, rewards, moments, caused, never, settings, running };
export type SectionName = keyof typeof byName;

export const SECTIONS: readonly Section[] = Object.values(byName);
