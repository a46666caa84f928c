import type { PoolClient } from 'pg';
import { forgetFunctionDiscounts } from '#app/db/discounts/shop-discounts.server.ts';
import { deleteSessions, markUninstalled } from '#app/db/shop/shops.server.ts';

/** The shop's tokens are dead, its history stays. By our own clock: what is erased later counts from here. */
export async function uninstallShop(client: PoolClient, shopId: number, at: Date): Promise<void> {
  const domain = await markUninstalled(client, shopId, at);
  await deleteSessions(client, domain);
  await forgetFunctionDiscounts(client, shopId, at);
}
