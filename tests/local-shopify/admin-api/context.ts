// What every resolver of one Admin call knows.
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import type { Installation, LocalShopify } from '#tests/local-shopify/shop/local-shopify.ts';

export type AdminContext = {
  shopify: LocalShopify;
  shop: LocalShop;
  installation: Installation;
  /** Of the token that called. */
  scopes: string[];
  at: Date;
};

/** `write_x` includes `read_x`. */
export function hasScope(context: Pick<AdminContext, 'scopes'>, scope: string): boolean {
  if (context.scopes.includes(scope)) return true;
  return scope.startsWith('read_') && context.scopes.includes(`write_${scope.slice('read_'.length)}`);
}
