import type { Language } from '#app/core/values/languages.ts';
import type { Shop } from '#app/db/shop/shops.server.ts';
import { addToLogContext } from '#app/log-context.ts';
import { authenticateAdmin } from '#app/shopify/auth/app.server.ts';
import { merchantLanguage } from '#app/shopify/auth/merchant-language.ts';
import { installShop } from './install-shop.ts';

export type Visit = {
  shop: Shop;
  language: Language;
  /** Shopify's id of whoever is signed in. */
  userId: string;
};

/**
 * Every page of the embedded app begins here: who is it, and is the shop running? Installing hangs on the shop's row
 * and not on the token exchange, so that a visit whose install failed half-way is made good by the next one.
 * Throws Responses (see authenticateAdmin) and failures of the Admin API.
 */
export async function openApp(request: Request): Promise<Visit> {
  const { session, sessionToken } = await authenticateAdmin(request);
  addToLogContext({ shopDomain: session.shop });
  const shop = await installShop(session.shop);
  addToLogContext({ shopId: shop.id });
  return { shop, language: merchantLanguage(request), userId: sessionToken.sub };
}
