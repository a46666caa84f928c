import type { EntryRow } from '../members/member/member-data.ts';
import type { ExplainContext } from '../orders/explain-order.ts';

/** What is known of an entry beside its own explanation, when it is put into words. */
export type SaidEntry = {
  entry: EntryRow;
  context: ExplainContext;
  /** "+5 points": in words, with its sign. */
  amount: string;
  /** What it repaid of a balance below zero, or what is owed since: no sentence or one. */
  debt: readonly string[];
};
