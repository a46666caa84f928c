// Whom the lot keeps from a moment of the list today.
import { isHeldOut } from '#app/core/holdouts/is-held-out.ts';
import type { Holdout } from '#app/core/holdouts/holdout.ts';

/** The member is merged into nobody: a person has one lot. */
type Wanted = { member: { id: string }; rule: { holdout?: Holdout | undefined } };

export function isDrawnOut({ member, rule }: Wanted, today: string): boolean {
  return rule.holdout !== undefined && isHeldOut(rule.holdout, member.id, today);
}
