// Where one part of the program stands: what customers have of it now, and what the draft makes of it.
import type { CardDates } from '../stamps/running-cards.ts';

export type PartState =
  /** In neither. */
  | 'off'
  /** In the draft alone. */
  | 'draft'
  /** In both, and not the same. */
  | 'changed'
  /** In the published version alone: the next publish ends it. */
  | 'ending'
  | 'paused'
  /** Of a moment: it has given all that it may. */
  | 'stopped'
  /** Its first day is still to come, or its last is over. */
  | 'scheduled'
  | 'over'
  | 'live';

type Part = {
  inDraft: boolean;
  isPublished: boolean;
  changed: boolean;
  /** Whether the program is paused. */
  paused: boolean;
  /** The published first and last day; null for a part that has none. */
  days: CardDates | null;
};

/** @param today in the shop's calendar */
export function partState(part: Part, today: string): PartState {
  const { inDraft, isPublished, changed, paused, days } = part;
  if (!isPublished) return inDraft ? 'draft' : 'off';
  if (!inDraft) return 'ending';
  if (changed) return 'changed';
  if (paused) return 'paused';
  if (days && (days.startsOn ?? today) > today) return 'scheduled';
  return days && (days.endsOn ?? today) < today ? 'over' : 'live';
}
