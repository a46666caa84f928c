// A stamp card is taken out of the draft, or put back as it is published. Nothing else of the draft is touched.
import type { ProgramRules } from '../program/program-rules.ts';

export type CardStep = { do: 'remove-card' | 'keep-card'; key: string };

/** Null where there is nothing to do: the card was removed, or put back, already. */
export function draftWithCards(
  draft: ProgramRules,
  published: Pick<ProgramRules, 'cards'>,
  { do: step, key }: CardStep,
): ProgramRules | null {
  const isThere = draft.cards.some((card) => card.key === key);
  if (step === 'remove-card') {
    return isThere ? { ...draft, cards: draft.cards.filter((card) => card.key !== key) } : null;
  }
  const place = published.cards.findIndex((card) => card.key === key);
  const card = published.cards[place];
  if (isThere || !card) return null;
  return { ...draft, cards: draft.cards.toSpliced(place, 0, card) };
}
