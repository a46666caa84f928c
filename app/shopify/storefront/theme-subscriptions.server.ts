import { z } from 'zod';
import { config } from '#app/config.server.ts';
import { operation } from '../admin-api/operation.ts';

/** Topics that need `read_themes`, so that no toml may name them: each shop that grants it is subscribed by itself. */
export const THEME_TOPICS = ['THEMES_PUBLISH', 'THEMES_UPDATE'] as const;
export type ThemeTopic = (typeof THEME_TOPICS)[number];

/** Where Shopify tells of themes (app/webhooks/themes.ts); of one shop it wants the whole address. */
export const THEMES_PATH = '/webhooks/themes';
export const themesUri = (): string => `${config().appUrl}${THEMES_PATH}`;

const userErrors = z.array(z.object({ message: z.string() }));

export const subscribeToThemes = operation<{ topic: ThemeTopic; uri: string }>()({
  name: 'SubscribeToThemes',
  document: `#graphql
    mutation SubscribeToThemes($topic: WebhookSubscriptionTopic!, $uri: String!) {
      webhookSubscriptionCreate(topic: $topic, webhookSubscription: { uri: $uri, includeFields: ["id", "role"] }) {
        userErrors {
          message
        }
      }
    }
  `,
  result: z.object({ webhookSubscriptionCreate: z.object({ userErrors }) }),
});

export const unsubscribe = operation<{ id: string }>()({
  name: 'Unsubscribe',
  document: `#graphql
    mutation Unsubscribe($id: ID!) {
      webhookSubscriptionDelete(id: $id) {
        userErrors {
          message
        }
      }
    }
  `,
  result: z.object({ webhookSubscriptionDelete: z.object({ userErrors }) }),
});
