import { useMemo } from 'react';
import type { ProgramForm } from '#app/core/editing/program-form.ts';
import type { Titles } from '#app/core/editing/picked.ts';
import type { FieldErrors } from '#app/core/editing/field-errors.ts';
import { parseProgramForm } from '#app/core/editing/parse-program-form.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import type { Wording } from '../stamps/card-terms.ts';
import type { ProgramData } from './program-data.ts';

export type TypedRules = {
  /** The typed form, as rules; null while a field can't be read. */
  rules: ProgramRules | null;
  errors: FieldErrors;
  wording: Wording;
};

/** The form as it is typed right now, read as the server will read it. */
export function useTypedRules(form: ProgramForm, data: ProgramData): TypedRules {
  const language = useLanguage();
  return useMemo(() => {
    const { draft, currency } = data;
    const read = parseProgramForm(form, { base: draft, currency, usedKeys: new Set(data.usedKeys) });
    const wording = { language, currency, titles: withPicked(data.titles, form) };
    return read.ok
      ? { rules: read.rules, errors: {}, wording }
      : { rules: null, errors: read.errors, wording };
  }, [form, data, language]);
}

/** With the titles of what was picked since the page was loaded. */
function withPicked(titles: Titles, { cards, rewards = [], neverEarns }: ProgramForm): Titles {
  const all = [...cards, ...rewards, ...(neverEarns ? [neverEarns] : [])];
  const byId = (picked: { id: string; title: string }[]) =>
    Object.fromEntries(picked.map(({ id, title }) => [id, title]));
  return {
    products: { ...byId(all.flatMap(({ products }) => products)), ...titles.products },
    collections: { ...byId(all.flatMap(({ collections }) => collections)), ...titles.collections },
  };
}
