// Takes a stamp card, a reward or a moment out of the draft, or puts a published one back. Shoppers see nothing of it until it is
// published.
import { draftWithCards, type CardStep } from '#app/core/editing/draft-cards.ts';
import { draftWithMoments, type MomentStep } from '#app/core/editing/draft-moments.ts';
import { draftWithRewards, type RewardStep } from '#app/core/editing/draft-rewards.ts';
import { readDraft } from './read-program.ts';
import { saveDraft, type SaveDraftResult } from './save-draft.ts';

type Step = CardStep | RewardStep | MomentStep;

/** Asked twice, the second finds it done. */
export async function changeDraftPart(
  shopId: number,
  step: Step,
  draftRevision: number,
): Promise<SaveDraftResult> {
  const program = await readDraft(shopId);
  const published = program.published.rules;
  const rules = isOfCard(step)
    ? draftWithCards(program.draft, published, step)
    : isOfMoment(step)
      ? draftWithMoments(program.draft, published, step)
      : draftWithRewards(program.draft, published, step);
  if (rules === null) return { ok: true, draftRevision: program.draftRevision };
  return saveDraft(shopId, { rules, draftRevision });
}

function isOfCard(step: Step): step is CardStep {
  return step.do === 'remove-card' || step.do === 'keep-card';
}

function isOfMoment(step: Step): step is MomentStep {
  return step.do === 'remove-moment' || step.do === 'keep-moment';
}
