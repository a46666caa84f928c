import { z } from 'zod';
import { operation } from '../admin-api/operation.ts';

/** What the merchant grants, how the theme's files name the app, and which of our own subscriptions to themes stand. */
export const themeAccess = operation()({
  name: 'ThemeAccess',
  document: `#graphql
    query ThemeAccess {
      currentAppInstallation {
        accessScopes {
          handle
        }
        app {
          handle
        }
      }
      webhookSubscriptions(first: 20, topics: [THEMES_PUBLISH, THEMES_UPDATE]) {
        nodes {
          id
          topic
          uri
        }
      }
    }
  `,
  result: z.object({
    currentAppInstallation: z.object({
      accessScopes: z.array(z.object({ handle: z.string() })),
      app: z.object({ handle: z.string().nullable() }),
    }),
    webhookSubscriptions: z.object({
      nodes: z.array(z.object({ id: z.string(), topic: z.string(), uri: z.string() })),
    }),
  }),
});
