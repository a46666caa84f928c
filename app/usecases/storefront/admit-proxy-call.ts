// A verified request from the shop's pages: which shop it is, whether this customer may act, and by which path it came.
import { now } from '#app/clock.server.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { countProxyCall as admit, setProxyPath } from '#app/db/storefront/proxy-calls.server.ts';

export type ProxyAdmission =
  { ok: true; shopId: number; timeZone: string } | { ok: false; reason: 'unknown-shop' | 'too-often' };

/**
 * Counts one action of the customer, unless there is none. Merchants may give the proxy another path in their admin; the
 * first request that comes by it makes the blocks use it.
 * @param path by which the shop's pages reached us, e.g. `/apps/sixth`
 */
export async function admitProxyCall(
  shopDomain: string,
  customerId: string | null,
  path: string,
): Promise<ProxyAdmission> {
  const shop = await admit(pool(), shopDomain, customerId, now());
  if (!shop) return { ok: false, reason: 'unknown-shop' };
  if (shop.proxyPath !== path) await followPath(shop.id, path);
  if (customerId !== null && !shop.counted) return { ok: false, reason: 'too-often' };
  return { ok: true, shopId: shop.id, timeZone: shop.timeZone };
}

async function followPath(shopId: number, path: string): Promise<void> {
  await withTransaction(async (client) => {
    if (await setProxyPath(client, shopId, path)) await enqueue(client, 'sync_program', { shopId });
  });
}
