// Every version of the terms with its days. A publish that changes no word, as of a note alone, makes no version of them.
import type { ProgramRules, ProgramVersion } from '../program/program-rules.ts';
import { dayIn } from '../values/days.ts';

export type TermsVersion = {
  /** Of the newest publish with these words. */
  rules: ProgramRules;
  /** Numbers of all publishes with these words, the oldest first. */
  numbers: number[];
  /** Days of the shop's calendar; `until` is null while it is in force. */
  from: string;
  until: string | null;
};

/**
 * The newest first.
 * @param versions published ones, the oldest first
 * @param said the words of the rules, as one text
 */
export function termsVersions(
  versions: readonly ProgramVersion[],
  timeZone: string,
  said: (rules: ProgramRules) => string,
): TermsVersion[] {
  const found: (TermsVersion & { words: string })[] = [];
  for (const { number, publishedAt, rules } of versions) {
    const words = said(rules);
    const last = found.at(-1);
    if (last?.words === words) {
      Object.assign(last, { rules, numbers: [...last.numbers, number] });
      continue;
    }
    const from = dayIn(timeZone, publishedAt);
    if (last) last.until = from;
    found.push({ words, rules, numbers: [number], from, until: null });
  }
  return found.reverse().map(({ words: _, ...version }) => version);
}
