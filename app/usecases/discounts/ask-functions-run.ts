// Whether Shopify runs our discount function on a store. Without it a card can't give its free unit in the cart.
import { functionsAvailable } from '#app/core/discounts/functions-available.ts';
import { functionsWereRefused } from '#app/db/discounts/shop-discounts.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { Failure } from '#app/errors.ts';
import { log } from '#app/log.server.ts';
import { callAdmin } from '#app/shopify/admin-api/admin.server.ts';
import { functionConditions } from '#app/shopify/discounts/function-conditions.ts';

/**
 * Never throws a Failure: where Shopify can't be asked, only what it has refused before counts, and the sync tells what
 * it says in the end.
 */
export async function askFunctionsRun(shopId: number, shopDomain: string): Promise<boolean> {
  const refused = await functionsWereRefused(pool(), shopId);
  try {
    const { shop: store, currentAppInstallation } = await callAdmin(shopDomain, functionConditions, {});
    const { shopifyPlus: plus, partnerDevelopment: development } = store.plan;
    const category = currentAppInstallation.app.publicCategory;
    return functionsAvailable({ plus, development, category, refused });
  } catch (failure) {
    if (!(failure instanceof Failure)) throw failure;
    log.warn({ shopDomain, err: failure }, 'whether functions run could not be asked');
    return !refused;
  }
}
