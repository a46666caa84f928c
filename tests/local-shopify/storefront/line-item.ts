// One line of the cart as Liquid sees it.
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { sum } from '#tests/local-shopify/shop/order-totals.ts';
import type { OrderLine } from '#tests/local-shopify/shop/types.ts';
import type { ApplicationObject } from './cart-object.ts';
import { hundredths, productObject } from './product-objects.ts';
import type { ProductObject, VariantObject } from './product-objects.ts';

type Allocated = { amount: number; discount_application: ApplicationObject };

/** An empty list for a line whose product is gone. */
export function lineItem(
  shop: LocalShop,
  line: OrderLine,
  applications: ApplicationObject[],
  language: string,
) {
  const found = shop.variant(line.variantId ?? '');
  if (!found) return [];
  const product = productObject(shop, found.product, language);
  const variant = product.variants.find((one) => String(one.id) === found.variant.id);
  const allocations = line.allocations.flatMap(({ application, amountMinor }): Allocated[] => {
    const discount_application = applications[application];
    return discount_application
      ? [{ amount: hundredths(amountMinor, shop.currency), discount_application }]
      : [];
  });
  const ofThisLine = ({ discount_application }: Allocated) =>
    discount_application.target_selection === 'entitled';
  const lineLevel = allocations.filter(ofThisLine);
  const described = description(product, variant);
  return [{ ...described, ...priced(line, variant, lineLevel), discount_allocations: allocations }];
}

/** What the line is of. */
function description(product: ProductObject, variant: VariantObject | undefined) {
  const variantTitle = product.has_only_default_variant ? null : (variant?.title ?? null);
  return {
    id: variant?.id ?? 0,
    key: `${variant?.id ?? 0}:cart`,
    variant_id: variant?.id ?? 0,
    product_id: product.id,
    title: variantTitle === null ? product.title : `${product.title} - ${variantTitle}`,
    product,
    variant,
    variant_title: variantTitle,
    sku: variant?.sku ?? '',
    vendor: product.vendor,
    gift_card: product['gift_card?'],
    taxable: variant?.taxable ?? false,
    requires_shipping: variant?.requires_shipping ?? false,
    grams: variant?.weight ?? 0,
    url: variant?.url ?? product.url,
    image: product.featured_image,
    properties: {},
    item_components: [],
  };
}

/** Only what is taken off this very line lowers its price; what is taken off the order stands below the lines. */
function priced(line: OrderLine, variant: VariantObject | undefined, lineLevel: Allocated[]) {
  const price = variant?.price ?? 0;
  const original = price * line.quantity;
  const off = sum(lineLevel.map((one) => one.amount));
  return {
    quantity: line.quantity,
    price,
    original_price: price,
    final_price: Math.floor((original - off) / line.quantity),
    original_line_price: original,
    final_line_price: original - off,
    line_level_total_discount: off,
    line_level_discount_allocations: lineLevel,
  };
}
