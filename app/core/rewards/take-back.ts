// "Take it back, because …": a reward that the member still holds, with a reason for the record.
import { noteOf, REASON_LENGTH } from '../ledger/adjustment.ts';

/** What keeps a reward from being taken back, and the field beside which to say it. */
export type TakeBackProblem =
  | { field: 'reason'; reason: 'missing' | 'too-long' }
  /** It was used, given back or taken back meanwhile, or there never was one. */
  | { field: null; reason: 'not-held' };

export function takeBackProblem(reason: string): TakeBackProblem | null {
  if (noteOf(reason) === null) return { field: 'reason', reason: 'missing' };
  return reason.trim().length > REASON_LENGTH ? { field: 'reason', reason: 'too-long' } : null;
}
