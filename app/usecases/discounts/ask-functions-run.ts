// Whether Shopify runs our discount functions on a store. Without them a card can't give its free unit in the cart, and some rewards
// can't be taken.
import { functionsAvailable, type FunctionConditions } from '#app/core/discounts/functions-available.ts';
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
    return functionsAvailable({ ...(await askConditions(shopDomain)), refused });
  } catch (failure) {
    if (!(failure instanceof Failure)) throw failure;
    log.warn({ shopDomain, err: failure }, 'whether functions run could not be asked');
    return !refused;
  }
}

/** The same by plan and app alone, whatever was refused before. Throws a Failure when Shopify can't be asked. */
export async function askFunctionsMayRun(shopDomain: string): Promise<boolean> {
  return functionsAvailable({ ...(await askConditions(shopDomain)), refused: false });
}

async function askConditions(shopDomain: string): Promise<Omit<FunctionConditions, 'refused'>> {
  const { shop: store, currentAppInstallation } = await callAdmin(shopDomain, functionConditions, {});
  const { shopifyPlus: plus, partnerDevelopment: development } = store.plan;
  return { plus, development, category: currentAppInstallation.app.publicCategory };
}
