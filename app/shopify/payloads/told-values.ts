// Single values of webhook bodies. A signature says who speaks, and not that what is said can be: what PostgreSQL or our
// code would choke on is refused here, where it can be named.
import { z } from 'zod';
import { isShopifyId } from '#app/core/values/shopify-id.ts';
import { digitsOfGid } from '../admin-api/ids.ts';
import { readInstant } from './read-instant.ts';

/** A plain id, digits or number, as decimal text. */
export const toldId = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine(isShopifyId, { error: 'not an id' });

/** `gid://shopify/…/1` as the decimal text of its number. */
export const toldGid = z.string().transform((text, context): string => {
  const digits = digitsOfGid(text);
  if (digits !== null) return digits;
  context.addIssue({ code: 'custom', message: 'not an id' });
  return z.NEVER;
});

/** An instant as UTC, cut to the second. */
export const toldInstant = z.string().transform((text, context): string => {
  const at = readInstant(text);
  if (at) return `${at.toISOString().slice(0, 19)}Z`;
  context.addIssue({ code: 'custom', message: 'not a time' });
  return z.NEVER;
});

/** An amount as Shopify writes it. Larger ones are no store's. */
const AMOUNT = /^-?\d{1,13}(?:\.\d{1,6})?$/;
export const isToldAmount = (text: string): boolean => AMOUNT.test(text);
export const toldAmount = z.string().regex(AMOUNT);

/** ISO 4217. */
export const toldCurrency = z.string().regex(/^[A-Z]{3}$/);

/** The fields that a schema refused, at most five; never values of the body. */
export function refusedFields(error: z.ZodError): string {
  const fields = error.issues.map(({ path }) => path.join('.') || 'body');
  return [...new Set(fields)].slice(0, 5).join(', ');
}
