// Where the shop is, by its address at Shopify: whose law a reward may touch. Kept nowhere.
import type { Place } from '#app/core/rewards/law/law-pack.ts';
import { Failure } from '#app/errors.ts';
import { log } from '#app/log.server.ts';
import { callAdmin } from '#app/shopify/admin-api/admin.server.ts';
import { shopPlace } from '#app/shopify/shop/shop-place.ts';

/** Null where Shopify doesn't say: the screen works all the same, only without a word of the law. */
export async function askPlace(domain: string): Promise<Place | null> {
  try {
    const { shop } = await callAdmin(domain, shopPlace, {});
    const { countryCodeV2: country, provinceCode: province } = shop.shopAddress;
    return country === null ? null : { country, province };
  } catch (failure) {
    if (!(failure instanceof Failure)) throw failure;
    log.warn({ shopDomain: domain, err: failure }, 'the shop’s address could not be asked');
    return null;
  }
}
