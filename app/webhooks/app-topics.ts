// POST /webhooks/app: uninstalled, scopes granted or withdrawn, the shop set up otherwise. Hints: what is true, Shopify is asked.
import type { Delivery } from '#app/core/shop/delivery.ts';
import { parseAppNews } from '#app/shopify/shop/app-payload.ts';
import { hearInstallationHint } from '#app/usecases/shop/hear-installation-hint.ts';
import { hearShopChange } from '#app/usecases/shop/hear-shop-change.ts';
import { refuseDelivery } from '#app/usecases/shop/refuse-delivery.ts';

export async function receiveAppTopic(delivery: Delivery, rawBody: Buffer): Promise<void> {
  const news = parseAppNews(delivery.topic, rawBody.toString('utf8'), delivery.shopDomain);
  switch (news.kind) {
    case 'installation':
      return hearInstallationHint(delivery);
    case 'settings':
      return hearShopChange(delivery);
    case 'unreadable':
      return refuseDelivery(delivery, news.reason);
  }
}
