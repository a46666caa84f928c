// "I give this customer a reward, because …": by the merchant's hand it costs no points, and its limits and dates don't bind. A
// reason for the record, and a sentence for the customer if wanted.
import { NOTE_LENGTH, noteOf, REASON_LENGTH } from '../ledger/adjustment.ts';

export type WantedGift = {
  rewardKey: string;
  reason: string;
  note: string;
  /** Made once per dialog. */
  requestKey: string;
  /** Shopify's id of the user. */
  madeBy: string;
};

/** What keeps a gift from being given, and the field beside which to say it. */
export type GiftProblem =
  | { field: 'reward'; reason: 'no-reward' }
  | { field: 'reason'; reason: 'missing' | 'too-long' }
  | { field: 'note'; reason: 'too-long' }
  | { field: null; reason: 'no-member' | 'other-request' | 'too-many-held' };

/** The problems of the wish itself, whoever the member is: all of them at once. */
export function giftProblems({ reason, note }: Pick<WantedGift, 'reason' | 'note'>): GiftProblem[] {
  const problems: GiftProblem[] = [];
  if (noteOf(reason) === null) problems.push({ field: 'reason', reason: 'missing' });
  if (reason.trim().length > REASON_LENGTH) problems.push({ field: 'reason', reason: 'too-long' });
  if ((noteOf(note) ?? '').length > NOTE_LENGTH) problems.push({ field: 'note', reason: 'too-long' });
  return problems;
}
