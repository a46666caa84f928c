// POST /webhooks/app: uninstalled, scopes granted or withdrawn, the shop set up otherwise.
import type { Delivery } from '#app/core/shop/delivery.ts';
import { parseAppNews } from '#app/shopify/shop/app-payload.ts';
import { hearShopChange } from '#app/usecases/shop/hear-shop-change.ts';
import { refuseDelivery } from '#app/usecases/shop/refuse-delivery.ts';
import { uninstallShop } from '#app/usecases/shop/uninstall-shop.ts';
import { updateScopes } from '#app/usecases/shop/update-scopes.ts';

export async function receiveAppTopic(delivery: Delivery, rawBody: Buffer): Promise<void> {
  const news = parseAppNews(delivery.topic, rawBody.toString('utf8'), delivery.shopDomain);
  switch (news.kind) {
    case 'uninstalled':
      return uninstallShop(delivery);
    case 'changed':
      return hearShopChange(delivery);
    case 'scopes':
      return updateScopes(delivery, news.scopes);
    case 'unreadable':
      return refuseDelivery(delivery, news.reason);
  }
}
