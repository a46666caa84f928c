// What goes wrong with codes at Shopify, on request: work that isn't done, or not all of it, whatever is said about it.
import type { CodeCreation } from './code-discount.ts';

export class CodeTrouble {
  /** Nothing that was asked for is done until this ends: neither codes made nor codes deleted. */
  holdsWork = false;
  /** Codes that a creation tells as failed, for no reason of theirs. */
  fails: (code: string) => boolean = () => false;
  /** Codes that a creation tells as made, and that aren't there. */
  skips: (code: string) => boolean = () => false;
  /** Deletions are told as done, and the codes stay. */
  keepsDeleted = false;
  /** Why a deletion is refused at once. */
  refusesDeletion: string | null = null;
  /** By how much the counts of uses run behind. */
  usageLagMs = 10_000;

  clear(): void {
    Object.assign(this, new CodeTrouble());
  }

  /** What becomes of one code of a creation. @param isTaken whether any discount of the shop has it */
  outcome(code: string, isTaken: boolean): CodeCreation['codes'][number]['error'] | 'skipped' {
    if (isTaken) return 'taken';
    if (this.fails(code)) return 'internal';
    return this.skips(code) ? 'skipped' : null;
  }
}
