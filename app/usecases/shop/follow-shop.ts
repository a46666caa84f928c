// The shop's time zone, currency, plan and name as they are at Shopify. What Shopify can't say, or says in words that
// nobody knows, changes nothing.
import { isDeepStrictEqual } from 'node:util';
import type { PoolClient } from 'pg';
import { now } from '#app/clock.server.ts';
import { settingsChange, type SettingsChange, type ShopSettings } from '#app/core/shop/shop-settings.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import {
  askedShop,
  hasCounted,
  lockAskedShop,
  lookAtDiscountsAgain,
  moveToZone,
  noteSettings,
  type AskedShop,
} from '#app/db/shop/shop-settings.server.ts';
import { log } from '#app/log.server.ts';
import { askShopSettings } from './ask-shop-settings.ts';
import { countInCurrency } from './count-in-currency.ts';

/** Safe to run twice and in parallel. Throws a Failure where Shopify can't be asked. */
export async function followShop(shopId: number): Promise<void> {
  while (!(await hasFollowed(shopId)));
}

/** Not where somebody else followed it meanwhile: the older of two answers may come last. */
async function hasFollowed(shopId: number): Promise<boolean> {
  const known = await askedShop(pool(), shopId);
  if (!known) return true;
  const told = await askShopSettings(known.domain, known.timeZone);
  return withTransaction(async (client) => {
    const shop = await lockAskedShop(client, shopId);
    if (shop && !isDeepStrictEqual(shop, known)) return false;
    if (shop) await follow(client, shop, told);
    return true;
  });
}

async function follow(client: PoolClient, shop: AskedShop, told: ShopSettings): Promise<void> {
  const counted = told.currency !== shop.currency && (await hasCounted(client, shop.id));
  const change = settingsChange(shop, told, { counted });
  if (change.timeZone !== null) await moveToZone(client, shop.id, change.timeZone);
  if (change.currency === 'follow') await countInCurrency(client, shop, told.currency, 'install');
  await noteSettings(client, shop.id, { ...told, newCurrency: change.newCurrency }, now());
  await ringFor(client, shop, change);
}

/** Cards begin and end, gifts come and last days pass by the shop's days; functions run by its plan. */
async function ringFor(client: PoolClient, shop: AskedShop, change: SettingsChange): Promise<void> {
  const { timeZone, currency, plan } = change;
  if (timeZone === null && currency !== 'follow' && !plan) return;
  log.info({ shopDomain: shop.domain, ...change }, 'the shop has changed at Shopify');
  await lookAtDiscountsAgain(client, shop.id);
  const jobs = ['sync_discounts', 'sync_program', 'sweep_occasions'] as const;
  for (const job of jobs) await enqueue(client, job, { shopId: shop.id });
}
