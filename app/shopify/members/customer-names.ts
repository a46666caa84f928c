import { z } from 'zod';
import { operation } from '../admin-api/operation.ts';

/** A name, by the two fields that a refusal makes null; `displayName` may not be null, so a refusal takes the whole customer. */
export const namedCustomer = z.object({
  id: z.string().optional(),
  firstName: z.string().nullish(),
  lastName: z.string().nullish(),
});

/** Names of at most 250 customers; a node is null when the customer is gone. */
export const customerNames = operation<{ ids: string[] }>()({
  name: 'CustomerNames',
  document: `#graphql
    query CustomerNames($ids: [ID!]!) {
      nodes(ids: $ids) {
        ... on Customer {
          id
          firstName
          lastName
        }
      }
    }`,
  result: z.object({ nodes: z.array(namedCustomer.nullable()) }),
});
