// Customers whom Shopify finds by what a merchant typed. Searched there: neither names nor addresses are stored here.
import { z } from 'zod';
import { operation } from '../admin-api/operation.ts';
import { namedCustomer } from './customer-names.ts';

/**
 * The first 50. `anybody` is some customer, whoever was found: by whether there is a name Shopify tells whether it gives this
 * app any, which nobody found wouldn't tell.
 */
export const customerSearch = operation<{ query: string }>()({
  name: 'CustomerSearch',
  document: `#graphql
    query CustomerSearch($query: String!) {
      customers(first: 50, query: $query) {
        nodes {
          id
          firstName
          lastName
        }
        pageInfo {
          hasNextPage
        }
      }
      anybody: customers(first: 1) {
        nodes {
          firstName
          lastName
        }
      }
    }`,
  result: z.object({
    customers: z.object({
      nodes: z.array(namedCustomer.required({ id: true })),
      pageInfo: z.object({ hasNextPage: z.boolean() }),
    }),
  }),
});

/** What Shopify's search would take for a word of its own. */
const SPECIAL = /[\\:()'"]/g;

/**
 * What was typed, in Shopify's search language: each word begins a word of the customer's, in any order; with an "@" it
 * begins an e-mail. Null where nothing is left to search for.
 */
export function customerQuery(typed: string): string | null {
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replaceAll('*', '').replace(/^[-<>=]+/, ''))
    .filter((word) => word !== '');
  if (words.length === 0) return null;
  return words
    .map((word) => `${word.includes('@') ? 'email:' : ''}${word.replaceAll(SPECIAL, String.raw`\$&`)}*`)
    .join(' ');
}
