// The cart as Shopify's Ajax API tells it: Liquid's cart, without what only Liquid needs.
import type { CartObject, LineItem } from './cart-object.ts';

export function lineItemJson(item: LineItem) {
  const { product, variant, image, discount_allocations, line_level_discount_allocations, ...plain } = item;
  return {
    ...plain,
    line_price: item.original_line_price,
    discounted_price: item.final_price,
    total_discount: item.line_level_total_discount,
    product_title: product.title,
    product_has_only_default_variant: product.has_only_default_variant,
    variant_options: variant?.options ?? [],
    handle: product.handle,
    image: image.src,
    featured_image: { url: image.src, alt: image.alt },
    discounts: discount_allocations.map((one) => ({
      amount: one.amount,
      title: one.discount_application.title,
    })),
    line_level_discount_allocations: line_level_discount_allocations.map((one) => ({
      amount: one.amount,
      discount_application: one.discount_application,
    })),
  };
}

/** @param codes as the shopper typed them; one that lowers nothing is not applicable */
export function cartJson(cart: CartObject, codes: readonly string[]) {
  const { currency, items, cart_level_discount_applications } = cart;
  return {
    token: 'cart',
    note: cart.note,
    attributes: cart.attributes,
    original_total_price: cart.original_total_price,
    total_price: cart.total_price,
    total_discount: cart.total_discount,
    total_weight: cart.total_weight,
    item_count: cart.item_count,
    items: items.map(lineItemJson),
    requires_shipping: cart.requires_shipping,
    currency: currency.iso_code,
    items_subtotal_price: cart.items_subtotal_price,
    cart_level_discount_applications,
    discount_codes: codes.map((code) => ({ code, applicable: applies(cart, code) })),
  };
}

type Applied = Pick<CartObject, 'discount_applications' | 'shipping_codes'>;

function applies(
  { discount_applications: lowered, shipping_codes: sending }: Applied,
  code: string,
): boolean {
  const applied = [...lowered.map(({ title }) => title), ...sending];
  return applied.some((one) => one.toUpperCase() === code.toUpperCase());
}
