// The program's form under the save bar, of which each page shows a part: what the others hold stays as it is.
import { useSearchParams } from '@remix-run/react';
import { useMemo } from 'react';
import { changedParts } from '#app/core/editing/program-changes.ts';
import type { FieldErrors, FieldProblem } from '#app/core/editing/field-errors.ts';
import type { ProgramForm } from '#app/core/editing/program-form.ts';
import { publishErrors, publishProblems } from '#app/core/editing/publishable.ts';
import type { ChangedPart } from '#app/core/editing/section.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import type { Language } from '#app/core/values/languages.ts';
import { useSaveBar, type SaveBarForm } from '#app/ui/form/use-save-bar.tsx';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import type { EditProps } from './edit-props.ts';
import type { ProgramData } from './program-data.ts';
import { SECTIONS } from './sections.ts';
import { useTypedRules, type TypedRules } from './use-typed-rules.ts';

type SaveAnswer =
  | { ok: true }
  | { ok: false; reason: 'invalid'; errors: FieldErrors }
  | { ok: false; reason: 'draft-changed' | 'no-shop' };

export type ProgramEdit = { form: SaveBarForm<ProgramForm, SaveAnswer>; edit: EditProps };

const NOTHING_CHANGED = new Set<ChangedPart>();

/** @param begin what the page adds to the saved form, e.g. a card that isn't saved yet */
export function useProgramEdit(
  data: ProgramData,
  begin: (form: ProgramForm) => ProgramForm = asItIs,
): ProgramEdit {
  const language = useLanguage();
  const saved = useMemo(() => asTyped(begin(data.saved), language), [begin, language, data.saved]);
  const form = useSaveBar<ProgramForm, SaveAnswer>({
    saved,
    revision: data.revision,
    action: '/app/program?index',
  });
  const typed = useTypedRules(form.value, data);
  // Whoever comes from a refused publish is shown what it lacks.
  const [query] = useSearchParams();
  const lacking = query.has('check') ? errorsOf(data.draft, data) : {};
  const refused = form.answer?.ok === false && form.answer.reason === 'invalid' ? form.answer.errors : {};
  const errors = stillWrong({ refused: { ...lacking, ...refused }, form: form.value, typed, data });
  const changed = typed.rules ? changedParts(data.published.rules, typed.rules) : NOTHING_CHANGED;
  const { value, change } = form;
  return { form, edit: { value, change, errors, changed, typed, published: data.published.rules, data } };
}

const asItIs = (form: ProgramForm): ProgramForm => form;

function asTyped(form: ProgramForm, language: Language): ProgramForm {
  return SECTIONS.reduce((all, { typed }) => ({ ...all, ...typed?.(form, language) }), form);
}

function errorsOf(rules: ProgramRules, data: ProgramData): FieldErrors {
  const { published, currency, functionsRun, tellsOutside } = data;
  const context = { before: published.rules, currency, functionsRun, tellsOutside };
  return publishErrors(publishProblems(rules, context));
}

/** What the rules alone don't tell. */
const ASKED_OF_SHOPIFY: readonly FieldProblem[] = ['notInShop', 'giftCardChosen'];

/** Not only when publishing is refused: what the shop's plan asks for, and a text that was there at first and was taken out. */
const AT_ONCE: readonly FieldProblem[] = ['codeNeedsPrice', 'codeTakesNoTags', 'noConsent'];

/** Whether the field still chooses anything. */
function mayNamePicks(field: string, { cards, rewards = [] }: ProgramForm): boolean {
  const [, part, index] = /^(cards|rewards)\.(\d+)\.products$/.exec(field) ?? [];
  if (part === 'cards') return cards[Number(index)]?.all === false;
  const reward = rewards[Number(index)];
  return part === 'rewards' ? reward?.kind === 'product' || reward?.of === 'chosen' : true;
}

type Refusal = { refused: FieldErrors; form: ProgramForm; typed: TypedRules; data: ProgramData };

/** A refusal stays beside its field until what it names has been mended. */
function stillWrong({ refused, form, typed, data }: Refusal): FieldErrors {
  // While a field can't be read, nobody knows.
  const now = typed.rules && errorsOf(typed.rules, data);
  const asked = Object.entries(refused).filter(([field, problem]) => {
    if (!ASKED_OF_SHOPIFY.includes(problem)) return now === null || now[field] === problem;
    return mayNamePicks(field, form);
  });
  const atOnce = Object.entries(now ?? {}).filter(([, problem]) => AT_ONCE.includes(problem));
  return { ...Object.fromEntries(atOnce), ...Object.fromEntries(asked), ...typed.errors };
}
