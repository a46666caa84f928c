import { z } from 'zod';
import { operation } from '../admin-api/operation.ts';

const answer = z.object({ userErrors: z.array(z.object({ message: z.string() })) });

/** Tags that the customer has already, or doesn't have, are no error; all others of theirs stay. */
export const changeTags = operation<{ id: string; more: readonly string[]; fewer: readonly string[] }>()({
  name: 'ChangeTags',
  document: `#graphql
    mutation ChangeTags($id: ID!, $more: [String!]!, $fewer: [String!]!) {
      tagsAdd(id: $id, tags: $more) {
        userErrors {
          field
          message
        }
      }
      tagsRemove(id: $id, tags: $fewer) {
        userErrors {
          field
          message
        }
      }
    }`,
  result: z.object({ tagsAdd: answer, tagsRemove: answer }),
});
