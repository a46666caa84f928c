// Bodies of `discounts/*` webhooks: no more than which discount it is. What it is now is read from Shopify.
import { z } from 'zod';
import { parseBody } from '../payloads/webhook-body.ts';

const body = z.object({ admin_graphql_api_id: z.string().regex(/^gid:\/\/shopify\/Discount\w*\/\d{1,19}$/) });

/** A code is none of a card's: cards have automatic discounts. */
export type DiscountNews = { kind: 'automatic' } | { kind: 'code' } | { kind: 'unreadable' };

export function parseDiscountNews(raw: string): DiscountNews {
  const parsed = body.safeParse(parseBody(raw));
  if (!parsed.success) return { kind: 'unreadable' };
  return { kind: parsed.data.admin_graphql_api_id.includes('/DiscountCode') ? 'code' : 'automatic' };
}
