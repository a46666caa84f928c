// "All who ordered at Christmas get 50 points, because …": what the merchant asks for, and what is wrong with it.
import { noteOf, REASON_LENGTH } from '../ledger/adjustment.ts';
import type { MomentRule } from './moment-rule.ts';

/** Members of one list. */
export const MOST_IN_LIST = 10_000;

export type WantedList = {
  momentKey: string;
  memberIds: readonly string[];
  reason: string;
  /** Also to who had the moment before. */
  again: boolean;
  /** Made once per dialog. */
  requestKey: string;
  /** Shopify's id of the user. */
  madeBy: string;
};

/** How far one is. */
export type HandList = {
  key: string;
  total: number;
  done: number;
  given: number;
  /** Had it before, and weren't given it again. */
  had: number;
  /** Of the others that were looked at: it wasn't for them, or not any more. */
  others: number;
  /** The moment was gone before they were looked at. */
  unreached: number;
  reason: string;
  finished: boolean;
};

export type ListProblem =
  | { field: 'moment'; reason: 'no-moment' }
  | { field: 'members'; reason: 'nobody' | 'too-many' | 'collection' }
  | { field: 'reason'; reason: 'missing' | 'too-long' }
  | { field: null; reason: 'other-request' };

/** All of them at once. @param moments of the published program */
export function listProblems(
  { momentKey, memberIds, reason }: WantedList,
  moments: readonly MomentRule[] = [],
): ListProblem[] {
  const problems: ListProblem[] = [];
  const moment = moments.find(({ key }) => key === momentKey);
  if (moment?.kind !== 'by-hand') problems.push({ field: 'moment', reason: 'no-moment' });
  if (memberIds.length === 0) problems.push({ field: 'members', reason: 'nobody' });
  if (memberIds.length > MOST_IN_LIST) problems.push({ field: 'members', reason: 'too-many' });
  if (noteOf(reason) === null) problems.push({ field: 'reason', reason: 'missing' });
  if (reason.trim().length > REASON_LENGTH) problems.push({ field: 'reason', reason: 'too-long' });
  return problems;
}
