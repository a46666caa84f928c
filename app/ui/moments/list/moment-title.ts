import type { MomentRuleForm } from '#app/core/editing/moment-rule-form.ts';
import { OWN } from '#app/core/editing/own-moment.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import type { Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import type { Beginning } from './begin-new.ts';

type Known = { draft: Pick<ProgramRules, 'moments'>; begin: Beginning; language: Language };

/** What its page is called: by its name, and while none is typed by the saved one; of a new moment, by what it begins as. */
export function momentTitle(
  { key, title }: Pick<MomentRuleForm, 'key' | 'title'>,
  { draft, begin, language }: Known,
): string {
  const { moments: say } = textsOf(language);
  const saved = draft.moments?.find((moment) => moment.key === key);
  const unnamed = key !== '' || begin === OWN ? say.own : say.readyMade[begin].name;
  return title[language] || saved?.title[language] || unnamed;
}
