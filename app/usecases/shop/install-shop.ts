import type { PoolClient } from 'pg';
import { now } from '#app/clock.server.ts';
import type { ShopJobName } from '#app/core/jobs.ts';
import type { ShopSettings } from '#app/core/shop/shop-settings.ts';
import { firstProgram } from '#app/core/program/first-program.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import {
  createShop,
  findShop,
  lockShop,
  reviveShop,
  type Shop,
  type ShopStanding,
} from '#app/db/shop/shops.server.ts';
import { askShopSettings } from './ask-shop-settings.ts';
import { lookAfterOpen } from './look-after-open.ts';
import { BELLS } from '../upkeep/bells.ts';

/**
 * Makes sure that the shop is ours and running: a first visit creates it with its first program, a visit after an
 * uninstall or a dead token revives it with its history. Else Shopify is asked at most once an hour, whether the shop is
 * set up otherwise.
 * Safe to run twice and in parallel. Throws what `callAdmin` throws.
 */
export async function installShop(domain: string): Promise<Shop> {
  const known = await findShop(pool(), domain);
  if (known && isRunning(known)) {
    const now = (await lookAfterOpen(known.id)) ? await findShop(pool(), domain) : known;
    return shopOf(now ?? known);
  }
  const settings = await askShopSettings(domain, known?.timeZone ?? null);
  return withTransaction((client) => install(client, domain, settings));
}

function isRunning(shop: ShopStanding): boolean {
  return shop.uninstalledAt === null && shop.needsReopenSince === null;
}

function shopOf({ id, domain, currency, timeZone, name = null }: ShopStanding): Shop {
  return { id, domain, currency, timeZone, name };
}

async function install(client: PoolClient, domain: string, settings: ShopSettings): Promise<Shop> {
  const { currency, timeZone } = settings;
  const installedAt = now();
  const earnsFrom = new Date(Math.floor(installedAt.getTime() / 1000) * 1000);
  const created = await createShop(client, {
    domain,
    ...settings,
    earnsFrom,
    installedAt,
    ...firstProgram(currency),
  });
  if (created !== null) await enqueue(client, 'sync_program', { shopId: created });
  const shop = await lockShop(client, domain);
  if (!shop) throw new Error(`${domain} was erased while it was being installed`);
  // Running: created just now, or by a parallel visit while this one asked Shopify.
  if (isRunning(shop)) return shopOf(shop);
  await ringAll(client, shop.id);
  await reviveShop(client, shop.id, timeZone, installedAt);
  return { ...shopOf(shop), timeZone };
}

/** Whatever the shop waited with: each job looks by itself whether there is anything to do. */
async function ringAll(client: PoolClient, shopId: number): Promise<void> {
  const jobs = new Set<ShopJobName>(['reconcile_shop', 'read_birthdays', ...BELLS.map(({ job }) => job)]);
  for (const leaving of ['check_installation', 'erase_shop'] as const) jobs.delete(leaving);
  for (const job of jobs) await enqueue(client, job, { shopId });
}
