// Bodies of `discounts/*` webhooks: no more than which discount or code it is. What it is now is read from Shopify.
import { z } from 'zod';
import { digitsOfGid } from '../admin-api/ids.ts';
import { refusedFields } from '../payloads/told-values.ts';
import { parseBody } from '../payloads/webhook-body.ts';

const body = z.object({
  admin_graphql_api_id: z
    .string()
    .regex(/^gid:\/\/shopify\/Discount\w*\/\d+$/)
    .refine((gid) => digitsOfGid(gid) !== null),
});

/** Cards have automatic discounts, rewards have some with codes. */
export type DiscountNews =
  { kind: 'automatic' | 'code'; /** Digits. */ id: string } | { kind: 'unreadable'; reason: string };

export function parseDiscountNews(raw: string): DiscountNews {
  const parsed = body.safeParse(parseBody(raw));
  if (!parsed.success)
    return { kind: 'unreadable', reason: `not a discount: ${refusedFields(parsed.error)}` };
  const { admin_graphql_api_id: told } = parsed.data;
  return { kind: told.includes('/DiscountCode') ? 'code' : 'automatic', id: digitsOfGid(told) ?? '' };
}

const removed = z.object({ redeem_code: z.object({ code: z.string().min(1).max(255) }) });

export type CodeNews = { kind: 'removed'; code: string } | { kind: 'unreadable'; reason: string };

/** Of `discounts/redeemcode_removed`. */
export function parseCodeNews(raw: string): CodeNews {
  const parsed = removed.safeParse(parseBody(raw));
  if (!parsed.success) return { kind: 'unreadable', reason: `not a code: ${refusedFields(parsed.error)}` };
  return { kind: 'removed', code: parsed.data.redeem_code.code };
}
