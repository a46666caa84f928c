import { Failure } from '#app/errors.ts';
import { log } from '#app/log.server.ts';
import { callAdmin } from '#app/shopify/admin-api/admin.server.ts';
import { signInLinks } from '#app/shopify/shop/sign-in-links.ts';

/** Whether customers find a link to sign in; null where Shopify doesn't say, which stops nobody. */
export async function askSignInLinks(domain: string): Promise<boolean | null> {
  try {
    const { shop } = await callAdmin(domain, signInLinks, {});
    return shop.customerAccountsV2.loginLinksVisibleOnStorefrontAndCheckout;
  } catch (failure) {
    if (!(failure instanceof Failure)) throw failure;
    log.warn({ shopDomain: domain, err: failure }, 'whether customers can sign in could not be asked');
    return null;
  }
}
