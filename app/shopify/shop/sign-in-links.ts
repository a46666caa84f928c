import { z } from 'zod';
import { operation } from '../admin-api/operation.ts';

/** Whether the shop's theme and checkout show customers a link to sign in. */
export const signInLinks = operation()({
  name: 'SignInLinks',
  document: `#graphql
    query SignInLinks {
      shop {
        customerAccountsV2 {
          loginLinksVisibleOnStorefrontAndCheckout
        }
      }
    }
  `,
  result: z.object({
    shop: z.object({
      customerAccountsV2: z.object({ loginLinksVisibleOnStorefrontAndCheckout: z.boolean() }),
    }),
  }),
});
