// What keeps a moment with a task from being published.

import type { MomentRule } from '../moments/moment-rule.ts';
import { asksTags } from '../who/who.ts';

/**
 * `task-alone`: a task beside something to choose, so that a note never comes with a reward. `packing-needs-order`: only the Nth order
 * has a parcel of its own. `packing-no-tags`: whose parcel it is, is decided with the order, and Shopify isn't asked then.
 */
export type TaskProblem = {
  field: string;
  reason: 'task-alone' | 'packing-needs-order' | 'packing-no-tags';
};

/** @param place of the moment in the list of moments */
export function taskProblems({ kind, offers, who }: MomentRule, place: number): TaskProblem[] {
  return offers.flatMap((offer, index): TaskProblem[] => {
    if (offer.kind !== 'task') return [];
    const field = `moments.${place}.offers.${index}`;
    const isPacking = offer.task === 'packing';
    return [
      ...(offers.length > 1 ? [{ field, reason: 'task-alone' as const }] : []),
      ...(isPacking && kind !== 'nth-order' ? [{ field, reason: 'packing-needs-order' as const }] : []),
      ...(isPacking && asksTags(who)
        ? [{ field: `moments.${place}.who`, reason: 'packing-no-tags' as const }]
        : []),
    ];
  });
}
