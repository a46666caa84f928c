import { z } from 'zod';
import { operation } from '../admin-api/operation.ts';

const birthDate = z.object({ value: z.string() }).nullish();

/** Birth dates (`YYYY-MM-DD`) of at most 250 customers; a node is null when the customer is gone. */
export const birthDates = operation<{ ids: string[] }>()({
  name: 'BirthDates',
  document: `#graphql
    query BirthDates($ids: [ID!]!) {
      nodes(ids: $ids) {
        ... on Customer {
          id
          metafield(namespace: "facts", key: "birth_date") {
            value
          }
        }
      }
    }`,
  result: z.object({
    nodes: z.array(z.object({ id: z.string().optional(), metafield: birthDate }).nullable()),
  }),
});

/** The same of customers in the order of their last change, a hundred at a time. */
export const birthDatesUpdated = operation<{ query: string; after: string | null }>()({
  name: 'BirthDatesUpdated',
  document: `#graphql
    query BirthDatesUpdated($query: String!, $after: String) {
      customers(first: 100, after: $after, query: $query, sortKey: UPDATED_AT) {
        nodes {
          id
          updatedAt
          metafield(namespace: "facts", key: "birth_date") {
            value
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }`,
  result: z.object({
    customers: z.object({
      nodes: z.array(z.object({ id: z.string(), updatedAt: z.string(), metafield: birthDate })),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    }),
  }),
});
