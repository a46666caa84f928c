import type { EntryRow, MemberData } from '../members/member/member-data.ts';
import type { ExplainContext } from '../orders/explain-order.ts';

/** An entry and what is known of it beside its own explanation, when it is put into words. */
export type SaidEntry = {
  entry: EntryRow;
  /** The page's other data. */
  data: MemberData;
  context: ExplainContext;
  /** "+5 points": in words, with its sign. */
  amount: string;
  /** The debt that it repaid, or that is owed since: no sentence or one. */
  debt: readonly string[];
};
