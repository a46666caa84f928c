// Hears at once when the app writes a customer's points, as a shopper's next page would show them.
import type { MemberProjection } from '#app/core/storefront/projection.ts';
import { MEMBER_METAFIELD } from '#app/shopify/storefront/metafields.ts';
import { resolveNamespace, type AppSettings } from '#tests/local-shopify/shop/app-settings.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import type { Customer } from '#tests/local-shopify/shop/types.ts';

export type Heard = (customerId: string, shown: MemberProjection) => void;

/** What the customer's metafield shows, or null where there is none yet. */
export function shownTo(app: AppSettings, { metafields }: Customer): MemberProjection | null {
  const name = `${resolveNamespace(app, MEMBER_METAFIELD.namespace)}.${MEMBER_METAFIELD.key}`;
  const value = metafields[name]?.value;
  return value === undefined ? null : (JSON.parse(value) as MemberProjection);
}

/** The stand-in saves a customer after each metafield of theirs. */
export function watchLoyalty(app: AppSettings, shop: LocalShop, heard: Heard): void {
  const save = shop.saveCustomer.bind(shop);
  shop.saveCustomer = async (customer) => {
    const shown = shownTo(app, customer);
    if (shown) heard(customer.id, shown);
    await save(customer);
  };
}
