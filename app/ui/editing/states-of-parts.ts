// Where points, a card and a moment stand, by the draft and what is published.
import { changedParts } from '#app/core/editing/program-changes.ts';
import { partState, type PartState } from '#app/core/editing/part-state.ts';
import type { MomentKind } from '#app/core/moments/kinds/moment-kinds.ts';
import { isMomentPaused } from '#app/core/moments/paused-moments.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import type { ProgramData } from './program-data.ts';

type Known = Pick<ProgramData, 'published' | 'today'>;

/** @param rules the draft, as it is saved or typed */
export function pointsState(rules: ProgramRules, { published, today }: Known): PartState {
  const before = published.rules;
  const part = { inDraft: !rules.pointsOff, isPublished: !before.pointsOff, days: null };
  const changed = changedParts(before, rules).has('earn');
  return partState({ ...part, changed, paused: isPaused(before) }, today);
}

export function cardStateInProgram(rules: ProgramRules, key: string, { published, today }: Known): PartState {
  const before = published.rules;
  const of = ({ cards }: ProgramRules) => cards.find((card) => card.key === key) ?? null;
  const part = { inDraft: of(rules) !== null, isPublished: of(before) !== null, days: of(before) };
  const changed = changedParts(before, rules).has(`card/${key}`);
  return partState({ ...part, changed, paused: isPaused(before) }, today);
}

export function rewardState(rules: ProgramRules, key: string, { published, today }: Known): PartState {
  const before = published.rules;
  const of = ({ rewards = [] }: ProgramRules) => rewards.find((reward) => reward.key === key) ?? null;
  const part = { inDraft: of(rules) !== null, isPublished: of(before) !== null, days: of(before) };
  const changed = changedParts(before, rules).has(`reward/${key}`);
  return partState({ ...part, changed, paused: isPaused(before) }, today);
}

export function momentState(rules: ProgramRules, kind: MomentKind, { published, today }: Known): PartState {
  const before = published.rules;
  const has = ({ occasions }: ProgramRules) => occasions.some((one) => one.kind === kind);
  const part = { inDraft: has(rules), isPublished: has(before), days: null };
  const changed = changedParts(before, rules).has(`occasion/${kind}`);
  return partState({ ...part, changed, paused: isPaused(before) || isMomentPaused(before, kind) }, today);
}

export function momentRuleState(rules: ProgramRules, key: string, { published, today }: Known): PartState {
  const before = published.rules;
  const has = ({ moments = [] }: ProgramRules) => moments.some((moment) => moment.key === key);
  const part = { inDraft: has(rules), isPublished: has(before), days: null };
  const changed = changedParts(before, rules).has(`moment/${key}`);
  return partState({ ...part, changed, paused: isPaused(before) || isMomentPaused(before, key) }, today);
}

/** One that is live no longer gives anything once it has given all that it may. */
export const unlessStopped = (state: PartState, isStopped: boolean): PartState =>
  isStopped && state === 'live' ? 'stopped' : state;

const isPaused = ({ paused }: ProgramRules): boolean => paused === true;
