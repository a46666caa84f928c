// Shopify's requests about people. Told by webhook, kept until they are carried out.

/** Days within which privacy law wants an answer, counted from the request. */
const ANSWER_DAYS = 30;

export type PeopleRequestKind = 'merge' | 'data' | 'redact' | 'erase-shop';

/** Ids as decimal strings. */
export type NewPeopleRequest = {
  kind: PeopleRequestKind;
  /** The customer whom it is about; of a merge the one that is kept. */
  customerId: string | null;
  /** The customer that is gone after a merge. */
  otherCustomerId: string | null;
  orderIds: readonly string[];
};

/** The last day on which a request is answered in time. */
export function answerBy(requestedAt: Date): Date {
  return new Date(requestedAt.getTime() + ANSWER_DAYS * 24 * 60 * 60 * 1000);
}
