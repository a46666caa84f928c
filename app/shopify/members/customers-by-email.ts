import { z } from 'zod';
import { operation } from '../admin-api/operation.ts';

/** Emails of one question. */
export const EMAILS_AT_ONCE = 50;

/** More than are asked for, because Shopify's search also finds what is only like an address. */
export const customersByEmail = operation<{ query: string }>()({
  name: 'CustomersByEmail',
  document: `#graphql
    query CustomersByEmail($query: String!) {
      customers(first: 100, query: $query) {
        nodes {
          id
          defaultEmailAddress {
            emailAddress
          }
        }
        pageInfo {
          hasNextPage
        }
      }
    }`,
  result: z.object({
    customers: z.object({
      nodes: z.array(
        z.object({
          id: z.string(),
          defaultEmailAddress: z.object({ emailAddress: z.string().nullish() }).nullish(),
        }),
      ),
      pageInfo: z.object({ hasNextPage: z.boolean() }),
    }),
  }),
});

/** Quotes keep everything else of an address from being taken for a word of Shopify's search. */
export const emailsQuery = (emails: readonly string[]): string =>
  emails.map((email) => `email:"${email.replaceAll(/["\\]/g, '')}"`).join(' OR ');
