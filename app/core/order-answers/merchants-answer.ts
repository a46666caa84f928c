// What a merchant's screen gets to a question about an order: the answer, with what its words need.
import type { ProgramRules } from '../program/program-rules.ts';
import type { FoundOrder } from './order-answer.ts';

export type AskedOrderAnswer = {
  currency: string;
  timeZone: string;
  /** Of the published program. */
  names: ProgramRules['names'];
  /** By key, as they were last called: also of cards that are over. */
  cards: Pick<ProgramRules['cards'][number], 'key' | 'title'>[];
} & (
  | { known: 'here'; order: FoundOrder }
  /** The app doesn't have it: of a time before the program, or nobody has told of it yet. */
  | { known: 'at-shopify'; orderId: string; name: string; why: 'before-program' | 'not-told' }
  | { known: 'nowhere' }
);
