import { z } from 'zod';
import { operation } from '../admin-api/operation.ts';

/** The conditions under which functions may run on a store: its plan, and whom the app was made for. */
export const functionConditions = operation()({
  name: 'FunctionConditions',
  document: `#graphql
    query FunctionConditions {
      shop {
        plan {
          shopifyPlus
          partnerDevelopment
        }
      }
      currentAppInstallation {
        app {
          publicCategory
        }
      }
    }`,
  result: z.object({
    shop: z.object({ plan: z.object({ shopifyPlus: z.boolean(), partnerDevelopment: z.boolean() }) }),
    currentAppInstallation: z.object({ app: z.object({ publicCategory: z.string() }) }),
  }),
});
