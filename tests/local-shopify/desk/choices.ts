// What the desk's selects offer: products and customers of the shop.
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { shown } from './amounts.ts';
import type { Option } from './form.ts';

/** Variants with their prices. */
export function productOptions(shop: LocalShop, none: string): Option[] {
  const variants = shop.products.flatMap((product) =>
    product.variants.map((variant): Option => {
      const title = product.variants.length > 1 ? `${product.title}, ${variant.title}` : product.title;
      return [variant.id, `${title} – ${shown(variant.priceMinor, shop.currency)}`];
    }),
  );
  return [['', none], ...variants];
}

export function customerOptions(shop: LocalShop, none: string): Option[] {
  const people = [...shop.customers.values()].map((customer): Option => [
    customer.id,
    `${customer.firstName} ${customer.lastName} (${customer.email})`,
  ]);
  return [['', none], ...people];
}
