// The changes between the moments of two programs.
import { same } from '../values/same.ts';
import type { MomentRule } from './moment-rule.ts';

/** Parts of a moment in the order in which a change is told. */
const PARTS = [
  'title',
  'when',
  'who',
  'offers',
  'openDays',
  'ceiling',
  'holdout',
  'advice',
  'consent',
] as const;
export type MomentPart = (typeof PARTS)[number];

export type MomentRuleChange =
  | { kind: 'moment-added' | 'moment-ended'; key: string }
  | { kind: 'moment-changed'; key: string; part: MomentPart };

export function momentRuleChanges(
  before: readonly MomentRule[] = [],
  after: readonly MomentRule[] = [],
): MomentRuleChange[] {
  const kept = after.flatMap((moment): MomentRuleChange[] => {
    const { key } = moment;
    const was = before.find((one) => one.key === key);
    if (!was) return [{ kind: 'moment-added', key }];
    const changed = PARTS.filter((part) => !same(was[part], moment[part]));
    return changed.map((part) => ({ kind: 'moment-changed', key, part }));
  });
  const ended = before.filter(({ key }) => !after.some((moment) => moment.key === key));
  return [...kept, ...ended.map(({ key }): MomentRuleChange => ({ kind: 'moment-ended', key }))];
}
