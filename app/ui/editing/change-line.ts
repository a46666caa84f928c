// One change as a line: "Birthday: 50 → 100 points".
import type { Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';

export type ChangeLine = {
  /** The part of the program, and of that the field where it has several. */
  what: string;
  /** Null where there was nothing to compare with. */
  before: string | null;
  after: string;
};

export function lineInWords({ what, before, after }: ChangeLine, language: Language): string {
  const { overview } = textsOf(language);
  return overview.line(what, before === null ? after : overview.arrow(before, after));
}
