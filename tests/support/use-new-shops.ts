// For tests that open the app in one new shop after another: local Shopify in this process. Import this file before
// anything of the app: fetch must be redirected before Shopify's library captures it.
import '#tests/local-shopify/preload.mjs';
import process from 'node:process';
import { afterAll, beforeAll } from 'vitest';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import type { LocalShopify } from '#tests/local-shopify/shop/local-shopify.ts';
import { coffeeRoaster } from '#tests/local-shopify/shop/coffee-roaster.ts';
import { startLocalShopify, type Started } from '#tests/local-shopify/start.ts';
import { KEYS } from '#tests/routes/merchant.ts';

/** Long enough for a second visit to come in between. */
const TOKEN_MS = 20;

export type NewShops = {
  readonly shopify: LocalShopify;
  /** A roaster in Paris, neither on Plus nor a development store, who was granted the app and hasn't opened it yet. */
  add(domain: string): Promise<LocalShop>;
  /** From now on the app is one that was made for these merchants. */
  makeAppCustom(): void;
  /** The App Store's again; nothing asked yet. */
  reset(): void;
};

export function useNewShops(): NewShops {
  let started: Started;
  beforeAll(async () => {
    const shops = [coffeeRoaster()];
    started = await startLocalShopify({ ...KEYS, shops, appTarget: () => null, retriesMs: [] });
    process.env.LOCAL_SHOPIFY_URL = started.urls.admin;
  });
  afterAll(async () => {
    await started.stop();
    delete process.env.LOCAL_SHOPIFY_URL;
  });
  return {
    get shopify() {
      return started.shopify;
    },
    add: async (domain) => {
      const { shopify } = started;
      const index = shopify.shops.size;
      const shop = shopify.addShop(coffeeRoaster({ domain, index, timeZone: 'Europe/Paris' }));
      shop.plan = 'basic';
      shopify.faults(domain).tokenMs = TOKEN_MS;
      await shopify.install(domain);
      return shop;
    },
    makeAppCustom: () => void (started.shopify.app.publicCategory = 'CUSTOM'),
    reset: () => {
      started.shopify.app.publicCategory = 'PUBLIC';
      started.shopify.asked.clear();
    },
  };
}
