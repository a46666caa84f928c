// How the database finds members whom a moment of the list may bring something on some days: candidates, of which the facts decide.
import type { MomentRule } from '#app/core/moments/moment-rule.ts';

/** The shop's days on which something became due, both inclusive. */
export type DueDays = { from: string; today: string };

export type Finder = {
  /**
   * Rows of (id, name): members, and the cause's last part where the finder can tell it. `$1` is the shop, `$2` the first day and
   * `$3` the last, and then the values. By an index: what it costs follows what is due.
   */
  text: string;
  values: (rule: MomentRule, days: DueDays) => unknown[];
};

/** A rule's number; 0 where its kind has none of that name. */
export const numberOf = ({ when }: MomentRule, name: string): number =>
  Number((when as Readonly<Record<string, unknown>>)[name] ?? 0);
