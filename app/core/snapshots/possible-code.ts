// "No codes that name people": a discount code of the merchant's own may be anything, "JANE-SECRETNAME" too. Only what could
// be one of ours is kept of an order, because a member's rewards will be told by it.
import type { OrderDiscount } from './order-snapshot.ts';

/**
 * Ours have twelve signs in three groups of four, written with a dash between them or without; none of the signs that are
 * mixed up (0 and O, 1 and I and L).
 */
const OURS = /^[a-hjkmnp-z2-9]{4}(-?)[a-hjkmnp-z2-9]{4}\1[a-hjkmnp-z2-9]{4}$/;

/** The code in lower case, without blanks; null when it can't be one of ours, whatever its case. */
export function possibleCode(code: string): string | null {
  const folded = code.replaceAll(/\s/g, '').toLowerCase();
  return OURS.test(folded) ? folded : null;
}

/** The codes of an order that could be ours, as they stand beside its snapshot: each once, sorted. */
export function codesOf(discounts: readonly OrderDiscount[]): string[] {
  const codes = discounts.flatMap(({ type, title }) =>
    type === 'discount_code' ? (possibleCode(title) ?? []) : [],
  );
  return [...new Set(codes)].sort();
}
