// The problems that keep moments from being published.
import type { Moment } from './moment-rules.ts';

/** No form makes two of a kind. */
export type MomentPublishProblem = { field: string; reason: 'malformed' };

/** A second offer for one day would never be given: the ledger gives once a year. */
export function momentProblems(occasions: readonly Moment[]): MomentPublishProblem[] {
  const kinds = occasions.map(({ kind }) => kind);
  return occasions.flatMap(({ kind }, index): MomentPublishProblem[] =>
    kinds.indexOf(kind) === index ? [] : [{ field: `occasions.${index}`, reason: 'malformed' }],
  );
}
