// The page of past orders, as the merchant sees it.
import type { ProgramRules } from '../program/program-rules.ts';
import type { CountedOrders } from './counted-orders.ts';
import type { PastStep, PastTrouble } from './past-step.ts';

export type PastPage = {
  /** Null where they were never asked for. */
  step: PastStep | null;
  why: PastTrouble | null;
  found: number;
  stored: number;
  alone: number;
  unreadable: number;
  /** Days of the shop. */
  readOn: string | null;
  awardedOn: string | null;
  spentMembers: number;
  counted: (CountedOrders & { version: number; awardsFrom: string | null; worthMinor: number | null }) | null;
  names: ProgramRules['names'];
  /** What awards stopped or failed in the middle of, if they did. */
  isOfAwards: boolean;
  /** The same of what they would come to. */
  isOfCount: boolean;
  mayReadAll: boolean;
  versions: { number: number; day: string }[];
  cards: { key: string; title: ProgramRules['cards'][number]['title'] }[];
  currency: string;
  programBegan: string;
};
