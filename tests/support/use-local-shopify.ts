// For use cases that call the Admin API: a database, local Shopify in this process, and shops that have installed.
// Import this file before anything of the app: fetch must be redirected before Shopify's library captures it.
import '#tests/local-shopify/preload.mjs';
import process from 'node:process';
import { afterAll, beforeAll } from 'vitest';
import { authenticateAdmin } from '#app/shopify/auth/app.server.ts';
import { installShop } from '#app/usecases/shop/install-shop.ts';
import { coffeeRoaster } from '#tests/local-shopify/shop/coffee-roaster.ts';
import type { ShopSetup } from '#tests/local-shopify/shop/types.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import type { LocalShopify } from '#tests/local-shopify/shop/local-shopify.ts';
import { startLocalShopify, type Started } from '#tests/local-shopify/start.ts';
import { earnFromTheStart } from './earn-from-the-start.ts';
import { useDatabase } from './use-database.ts';

export type InstalledShop = { id: number; domain: string; local: LocalShop };

type Roasters = { change?: (setup: ShopSetup, index: number) => ShopSetup };

/** `count` roasters. Their webhooks go nowhere unless `appTarget` says where the app listens. */
export function useLocalShopify(
  count = 1,
  appTarget: () => string | null = () => null,
  { change = (setup) => setup }: Roasters = {},
) {
  useDatabase();
  let started: Started;
  const domains = Array.from({ length: count }, (_, index) => `roaster-${index}.myshopify.com`);
  beforeAll(async () => {
    started = await startLocalShopify({
      apiKey: 'test-key',
      apiSecret: 'test-secret',
      shops: domains.map((domain, index) => change(coffeeRoaster({ domain, index }), index)),
      appTarget,
      retriesMs: [],
    });
    process.env.LOCAL_SHOPIFY_URL = started.urls.admin;
  });
  afterAll(async () => {
    await started.stop();
    delete process.env.LOCAL_SHOPIFY_URL;
  });
  return {
    shopify: (): LocalShopify => started.shopify,
    /** Opens the app as a merchant would, once or again. */
    install: async (index = 0): Promise<InstalledShop> => {
      const domain = domains[index] ?? '';
      const { id } = await openApp(started.shopify, domain);
      return { id, domain, local: started.shopify.shop(domain) };
    },
  };
}

/** What the embedded app's pages do first: exchange a token where there is none, then install. */
async function openApp(shopify: LocalShopify, domain: string): Promise<{ id: number }> {
  const token = await shopify.sessionToken(domain);
  const request = new Request('https://sixth.example/app', {
    headers: { authorization: `Bearer ${token}`, 'user-agent': 'Mozilla/5.0 Chrome/153.0.0.0' },
  });
  await authenticateAdmin(request);
  const shop = await installShop(domain);
  await earnFromTheStart(domain);
  return shop;
}
