// The shop's settings as Shopify tells them. Days are reckoned by the time zone everywhere, here and in the database, so
// one that either doesn't know is never taken over.
import { isZone, type ShopSettings } from '#app/core/shop/shop-settings.ts';
import { pool } from '#app/db/pool.server.ts';
import { knowsZone } from '#app/db/shop/shop-settings.server.ts';
import { log } from '#app/log.server.ts';
import { callAdmin } from '#app/shopify/admin-api/admin.server.ts';
import { shopInfo } from '#app/shopify/shop/shop-info.ts';

/** For a shop of which no time zone was known so far. */
const ANY_ZONE = 'UTC';

/**
 * @param keptZone the shop's time zone as it stands; null for a new shop
 * @returns the settings with a time zone that days can be reckoned in. Throws what `callAdmin` throws.
 */
export async function askShopSettings(domain: string, keptZone: string | null): Promise<ShopSettings> {
  const { shop } = await callAdmin(domain, shopInfo, {});
  if (await isKnown(shop.timeZone)) return shop;
  log.warn({ shopDomain: domain, timeZone: shop.timeZone }, 'an unknown time zone');
  const kept = keptZone !== null && (await isKnown(keptZone)) ? keptZone : ANY_ZONE;
  return { ...shop, timeZone: kept };
}

async function isKnown(timeZone: string): Promise<boolean> {
  return isZone(timeZone) && (await knowsZone(pool(), timeZone));
}
