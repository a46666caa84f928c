import type { Shop } from '@prisma/client';
import { now } from '#app/clock.server.ts';
import { firstProgram } from '#app/core/program/first-program.ts';
import { prisma, type Tx } from '#app/db/client.server.ts';
import { enqueueInPrisma } from '#app/db/enqueue.server.ts';
import { createShop, findShop, lockShop, reviveShop } from '#app/db/shop/shops.server.ts';
import { callAdmin } from '#app/shopify/admin-api/admin.server.ts';
import { shopInfo } from '#app/shopify/shop/shop-info.ts';

/**
 * Makes sure that the shop is ours and running: a first visit creates it with its first program, a visit after an
 * uninstall or a dead token revives it with its history. Asks nothing of Shopify when there is nothing to do.
 * Safe to run twice and in parallel. Throws what `callAdmin` throws.
 */
export async function installShop(domain: string): Promise<Shop> {
  const known = await findShop(domain);
  if (known && isRunning(known)) return known;
  const { shop } = await callAdmin(domain, shopInfo, {});
  return prisma().$transaction((tx) => install(tx, domain, shop.currencyCode, shop.ianaTimezone));
}

function isRunning(shop: Shop): boolean {
  return shop.uninstalledAt === null && shop.needsReopenSince === null;
}

async function install(tx: Tx, domain: string, currency: string, timeZone: string): Promise<Shop> {
  const installedAt = now();
  const earnsFrom = new Date(Math.floor(installedAt.getTime() / 1000) * 1000);
  const created = await createShop(tx, {
    ...{ domain, currency, timeZone, earnsFrom, installedAt },
    ...firstProgram(currency),
  });
  if (created !== null) await enqueueInPrisma(tx, 'sync_program', { shopId: created });
  const shop = await lockShop(tx, domain);
  if (!shop) throw new Error(`${domain} was erased while it was being installed`);
  // Running: created just now, or by a parallel visit while this one asked Shopify.
  if (isRunning(shop)) return shop;
  for (const job of ['sync_program', 'sync_discounts', 'sync_members', 'reconcile_shop'] as const) {
    await enqueueInPrisma(tx, job, { shopId: shop.id });
  }
  return reviveShop(tx, shop.id, timeZone, installedAt);
}
