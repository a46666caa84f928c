// The changes between the settings of two programs, a line each.
import { settingsChanges, type SettingsChange } from '#app/core/editing/settings-changes.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { LANGUAGES } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import type { Wording } from '../../stamps/card-terms.ts';
import type { ChangeLine } from '../change-line.ts';

export function settingsChangesInShort(
  before: ProgramRules,
  after: ProgramRules,
  { language }: Wording,
): ChangeLine[] {
  return settingsChanges(before, after).map((change): ChangeLine => {
    const value = (rules: ProgramRules) => valueOf(change, rules, { language });
    return { what: nameOf(change, { language }), before: value(before), after: value(after) };
  });
}

type Speaking = Pick<Wording, 'language'>;

function nameOf(change: SettingsChange, { language }: Speaking): string {
  const { overview, program, settings } = textsOf(language);
  switch (change.kind) {
    case 'counts':
      return change.setting === 'tax' ? settings.tax : program.change[change.setting];
    case 'left-out-tags':
      return settings.excludedTitle;
    case 'names':
      return settings.namesTitle;
    case 'signature':
      return overview.signature;
  }
}

function valueOf(change: SettingsChange, rules: ProgramRules, { language }: Speaking): string {
  const { overview, settings } = textsOf(language);
  switch (change.kind) {
    case 'counts':
      if (change.setting !== 'tax') return overview.counted(rules.counts[change.setting]);
      return rules.counts.tax === 'without' ? settings.taxWithout : settings.taxAsShown;
    case 'left-out-tags':
      return rules.leftOutTags.length > 0 ? rules.leftOutTags.join(', ') : overview.none;
    case 'names':
      return LANGUAGES.map((each) => rules.names[each].other).join(' / ');
    case 'signature':
      return rules.signature ? overview.quoted(rules.signature[language]) : overview.none;
  }
}
