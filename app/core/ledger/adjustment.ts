// "I give this customer 50 points, because …": an amount, a reason, and whether it may go below zero.

/** Beyond this a typing mistake is likelier than a present. */
export const MOST_AT_ONCE = 1_000_000;
export const REASON_LENGTH = 200;
/** A sentence to the customer: it goes into the small copy that blocks read. */
export const NOTE_LENGTH = 140;

export type WantedAdjustment = {
  unit: string;
  /** Signed; below zero takes. */
  amount: number;
  reason: string;
  /** A sentence for the customer, if wanted. */
  note?: string;
  requestKey: string;
  /** Shopify's id of the user. */
  madeBy: string;
  /** The merchant has seen that the balance goes below zero, and wants it. */
  belowZero: boolean;
  /** The key of the adjustment that this one takes back: it may bring the balance to what it was before, a debt as well. */
  undoes?: string;
};

/** The problem that keeps an adjustment from being made, and the field beside which to say it. */
export type AdjustProblem =
  | { field: 'amount'; reason: 'not-whole' | 'too-big' }
  | { field: 'amount'; reason: 'below-zero'; balanceAfter: number }
  | { field: 'reason'; reason: 'missing' | 'too-long' }
  | { field: 'note'; reason: 'too-long' }
  | { field: 'unit'; reason: 'no-card' }
  | { field: null; reason: 'no-member' | 'other-request' };

/** The problems of the wish itself, whoever the member is: all of them at once. */
export function adjustmentProblems({ amount, reason, note }: WantedAdjustment): AdjustProblem[] {
  const problems: AdjustProblem[] = [];
  if (!Number.isInteger(amount) || amount === 0) problems.push({ field: 'amount', reason: 'not-whole' });
  else if (Math.abs(amount) > MOST_AT_ONCE) problems.push({ field: 'amount', reason: 'too-big' });
  const length = reason.trim().length;
  if (!SEEN.test(reason)) problems.push({ field: 'reason', reason: 'missing' });
  if (length > REASON_LENGTH) problems.push({ field: 'reason', reason: 'too-long' });
  if ((noteOf(note) ?? '').length > NOTE_LENGTH) problems.push({ field: 'note', reason: 'too-long' });
  return problems;
}

/** Something that people see, among spaces, marks of direction and the like. */
const SEEN = /[^\s\p{Z}\p{Cc}\p{Cf}]/u;

/** As it is kept: one line. Null without. */
export function noteOf(typed = ''): string | null {
  return SEEN.test(typed) ? typed.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim() : null;
}
