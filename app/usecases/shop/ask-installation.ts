import { AdminRefused, NeedsReopen, ShopNotInstalled } from '#app/errors.ts';
import { callAdmin } from '#app/shopify/admin-api/admin.server.ts';
import { installationNow } from '#app/shopify/shop/installation-now.ts';

/** `shut-out`: refused as if the app were gone, which an error of a moment can look like too. */
export type Installation = { state: 'installed'; scopes: string[] } | { state: 'gone' | 'shut-out' };

/** Shopify's own answers to whoever it lets in no longer; anything else says nothing, and is asked again later. */
const SHUT_OUT = [401, 403, 404, 410];

/** How the app stands on the shop, by Shopify's word. Throws AdminThrottled or AdminUnavailable where it gives none. */
export async function askInstallation(shopDomain: string): Promise<Installation> {
  try {
    const { currentAppInstallation: app } = await callAdmin(shopDomain, installationNow, {});
    return { state: 'installed', scopes: app.accessScopes.map(({ handle }) => handle) };
  } catch (error) {
    if (error instanceof NeedsReopen || error instanceof ShopNotInstalled) return { state: 'gone' };
    if (isShutOut(error)) return { state: 'shut-out' };
    throw error;
  }
}

function isShutOut(error: unknown): boolean {
  return error instanceof AdminRefused && error.status !== null && SHUT_OUT.includes(error.status);
}
