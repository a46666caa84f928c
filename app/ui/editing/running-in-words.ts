// That a version paused the program or a moment, or started it again.
import { runningChanges } from '#app/core/editing/running-changes.ts';
import { MOMENTS } from '#app/core/moments/kinds/moment-kinds.ts';
import type { Language } from '#app/core/values/languages.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { textsOf } from '#app/locales/texts.ts';
import type { Wording } from '../stamps/card-terms.ts';
import type { ChangeLine } from './change-line.ts';

export function runningChangesInWords(
  before: ProgramRules,
  after: ProgramRules,
  { language }: Wording,
): string[] {
  const { overview, pausedMoments } = textsOf(language);
  return runningChanges(before, after).map((change) => {
    if ('key' in change) {
      const says = change.kind === 'moment-paused' ? pausedMoments.was : pausedMoments.ended;
      return says(nameOf(change.key, after, language));
    }
    return change.kind === 'paused' ? overview.pause.was : overview.pause.ended;
  });
}

export function runningInShort(
  before: ProgramRules,
  after: ProgramRules,
  { language }: Wording,
): ChangeLine[] {
  const { program, overview } = textsOf(language);
  const { states } = overview;
  return runningChanges(before, after).map((change) => {
    const what = 'key' in change ? nameOf(change.key, after, language) : program.title;
    const isPaused = change.kind === 'paused' || change.kind === 'moment-paused';
    return { what, before: null, after: isPaused ? states.paused : overview.runs };
  });
}

function nameOf(key: string, { moments = [] }: ProgramRules, language: Language): string {
  const { kinds } = textsOf(language).birthdays.offer;
  const kind = MOMENTS.find((one) => one === key);
  if (kind) return kinds[kind];
  return moments.find((moment) => moment.key === key)?.title[language] ?? '';
}
