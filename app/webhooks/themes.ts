// POST /webhooks/themes: another theme was published, or something about one changed. Told only where the merchant lets us read themes.
import type { Delivery } from '#app/core/shop/delivery.ts';
import { parseThemeNews } from '#app/shopify/storefront/theme-payload.ts';
import { ignoreDelivery, refuseDelivery } from '#app/usecases/shop/refuse-delivery.ts';
import { hearThemeChange } from '#app/usecases/storefront/hear-theme-change.ts';

const TOPICS = new Set(['themes/publish', 'themes/update']);

export async function receiveTheme(delivery: Delivery, rawBody: Buffer): Promise<void> {
  if (!TOPICS.has(delivery.topic)) return refuseDelivery(delivery, 'no themes topic');
  const news = parseThemeNews(rawBody.toString('utf8'));
  switch (news.kind) {
    case 'published':
      return hearThemeChange(delivery);
    case 'another':
      return ignoreDelivery(delivery, 'not the published theme');
    case 'unreadable':
      return refuseDelivery(delivery, news.reason);
  }
}
