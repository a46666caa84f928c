// Shopify tells of themes only an app that may read them, so each such shop is subscribed by itself, and again where the
// subscription was lost or leads to an address that the app has left.
import { log } from '#app/log.server.ts';
import { callPatiently } from '#app/shopify/admin-api/call-patiently.ts';
import {
  subscribeToThemes,
  THEME_TOPICS,
  THEMES_PATH,
  themesUri,
  unsubscribe,
} from '#app/shopify/storefront/theme-subscriptions.server.ts';

type Subscription = { id: string; topic: string; uri: string };

/** Safe to repeat. What Shopify refuses is tried again the next day: the theme is read once a day all the same. */
export async function subscribeToThemeNews(domain: string, present: readonly Subscription[]): Promise<void> {
  const uri = themesUri();
  for (const { id } of present.filter((one) => one.uri !== uri && one.uri.endsWith(THEMES_PATH))) {
    await callPatiently(domain, unsubscribe, { id });
  }
  for (const topic of THEME_TOPICS) {
    if (present.some((one) => one.topic === topic && one.uri === uri)) continue;
    const { webhookSubscriptionCreate } = await callPatiently(domain, subscribeToThemes, { topic, uri });
    const [error] = webhookSubscriptionCreate.userErrors;
    if (error) log.warn({ shopDomain: domain, topic, why: error.message }, 'no subscription to themes');
  }
}
