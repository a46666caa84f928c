// What keeps a moment with a task from being published.
import type { MomentRule } from './moment-rule.ts';

/**
 * `taskAlone`: a task beside something else, so that a note never comes with a reward. `packingNeedsOrder`: only the Nth order has a
 * parcel of its own. `packingTakesNoTags`: whose parcel it is, is decided with the order, and Shopify isn't asked then.
 */
export type TaskProblem = 'taskAlone' | 'packingNeedsOrder' | 'packingTakesNoTags';

/** The first, with the field that it stands beside. */
export function taskProblem({ kind, offers, who }: MomentRule): [what: string, TaskProblem] | null {
  const place = offers.findIndex((offer) => offer.kind === 'task');
  const offer = offers[place];
  if (offer?.kind !== 'task') return null;
  const field = `offers.${place}.words`;
  if (offers.length > 1) return [field, 'taskAlone'];
  if (offer.task !== 'packing') return null;
  if (kind !== 'nth-order') return [field, 'packingNeedsOrder'];
  const tags = who.conditions.findIndex((each) => each.kind === 'tags-in' || each.kind === 'tags-out');
  return tags === -1 ? null : [`who.${tags}`, 'packingTakesNoTags'];
}
