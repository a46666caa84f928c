// Keeps the points rule, cards, rewards and moments as typed in the draft, beside the settings that another page edits.
import { z } from 'zod';
import { programForm } from '#app/core/editing/program-form.ts';
import type { FieldErrors } from '#app/core/editing/field-errors.ts';
import { malformedFields, parseProgramForm } from '#app/core/editing/parse-program-form.ts';
import { findWrongPicks } from './find-wrong-picks.ts';
import { readDraft } from './read-program.ts';
import { saveDraft } from './save-draft.ts';

export type SaveProgramResult =
  | { ok: true }
  | { ok: false; reason: 'invalid'; errors: FieldErrors }
  | { ok: false; reason: 'draft-changed' | 'no-shop' };

const sentForm = z.object({ value: programForm, revision: z.int().min(0) });

/** @param sent as it came from the page. Throws a Failure when Shopify can't be asked for what was chosen. */
export async function saveProgramForm(shopId: number, sent: unknown): Promise<SaveProgramResult> {
  const parsed = sentForm.safeParse(sent);
  if (!parsed.success) return { ok: false, reason: 'invalid', errors: malformedFields(parsed.error) };
  const { domain, ...program } = await readDraft(shopId);
  if (program.draftRevision !== parsed.data.revision) return { ok: false, reason: 'draft-changed' };
  const read = parseProgramForm(parsed.data.value, { ...program, base: program.draft });
  if (!read.ok) return { ok: false, reason: 'invalid', errors: read.errors };
  const errors = await findWrongPicks(domain, program.draft, read.rules);
  if (Object.keys(errors).length > 0) return { ok: false, reason: 'invalid', errors };
  const saved = await saveDraft(shopId, { rules: read.rules, draftRevision: program.draftRevision });
  return saved.ok ? { ok: true } : saved;
}
