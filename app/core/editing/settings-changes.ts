// The changes between the settings of two programs: what counts, who is left out, how points are called,
// and who signs.
import type { ProgramRules } from '../program/program-rules.ts';
import { same } from '../values/same.ts';

export type CountsSetting = keyof ProgramRules['counts'];

export type SettingsChange =
  { kind: 'counts'; setting: CountsSetting } | { kind: 'left-out-tags' | 'names' | 'signature' };

export function settingsChanges(before: ProgramRules, after: ProgramRules): SettingsChange[] {
  const changes: SettingsChange[] = [];
  for (const setting of Object.keys(after.counts) as CountsSetting[]) {
    if (before.counts[setting] !== after.counts[setting]) changes.push({ kind: 'counts', setting });
  }
  if (!same([...before.leftOutTags].sort(), [...after.leftOutTags].sort()))
    changes.push({ kind: 'left-out-tags' });
  if (!same(before.names, after.names)) changes.push({ kind: 'names' });
  if (!same(before.signature, after.signature)) changes.push({ kind: 'signature' });
  return changes;
}
