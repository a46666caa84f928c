// The changes between the settings of two programs, one sentence each.
import {
  settingsChanges,
  type CountsSetting,
  type SettingsChange,
} from '#app/core/editing/settings-changes.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { LANGUAGES, type Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import { formatList } from '#app/ui/values/format.ts';

export function settingsChangesInWords(
  before: ProgramRules,
  after: ProgramRules,
  { language }: { language: Language },
): string[] {
  return settingsChanges(before, after).map((change) => changeInWords(change, after, language));
}

function changeInWords(change: SettingsChange, after: ProgramRules, language: Language): string {
  const { program, overview } = textsOf(language);
  const { change: say } = program;
  switch (change.kind) {
    case 'names':
      return say.names(namesInWords(after, language));
    case 'signature':
      return after.signature ? overview.signed(after.signature[language]) : overview.unsigned;
    case 'left-out-tags':
      return after.leftOutTags.length > 0 ? say.tags(after.leftOutTags.join(', ')) : say.noTags;
    case 'counts':
      return countsInWords(change.setting, after.counts, language);
  }
}

function namesInWords({ names }: ProgramRules, language: Language): string {
  const { namedIn } = textsOf(language).program.change;
  return formatList(
    LANGUAGES.map((each) => namedIn[each](names[each].other)),
    language,
  );
}

function countsInWords(setting: CountsSetting, counts: ProgramRules['counts'], language: Language): string {
  const { change: say } = textsOf(language).program;
  if (setting === 'tax') return counts.tax === 'without' ? say.taxWithout : say.taxAsShown;
  return counts[setting] ? say.counted(say[setting]) : say.notCounted(say[setting]);
}
