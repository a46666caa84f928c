// Takes a stamp card out of the draft, or puts a published one back. Shoppers see nothing of it until it is published.
import { draftWithCards, type CardStep } from '#app/core/editing/draft-cards.ts';
import { readDraft } from './read-program.ts';
import { saveDraft, type SaveDraftResult } from './save-draft.ts';

/** Asked twice, the second finds it done. */
export async function changeDraftCards(
  shopId: number,
  step: CardStep,
  draftRevision: number,
): Promise<SaveDraftResult> {
  const program = await readDraft(shopId);
  const rules = draftWithCards(program.draft, program.published.rules, step);
  if (rules === null) return { ok: true, draftRevision: program.draftRevision };
  return saveDraft(shopId, { rules, draftRevision });
}
