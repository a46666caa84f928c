// The text of a code: twelve signs that nobody mixes up, from the system's randomness.
import { randomInt } from 'node:crypto';

/** Without I, L, O, U, 0 and 1. */
const SIGNS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const LENGTH = 12;
const FORM = new RegExp(`^[${SIGNS}]{${LENGTH}}$`);

export function newCode(): string {
  return Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('');
}

export const newCodes = (count: number): string[] => Array.from({ length: count }, newCode);

/** Whether a code at Shopify may be one of ours, also where a restored database knows it no more. */
export const looksLikeOurs = (code: string): boolean => FORM.test(code.toUpperCase());
