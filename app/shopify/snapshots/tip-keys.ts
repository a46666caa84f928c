// Shopify marks a tip's line by two keys that no other line has, and that may be null on it. Where products bear them too,
// as if `include_fields` filled in what is missing, only a value says that a line is a tip.

type Item = {
  product_id?: unknown;
  variant_id?: unknown;
  tip_payment_gateway?: unknown;
  tip_payment_method?: unknown;
};

/** Empty where nothing is told: the tips are guessed then. */
export function toldAsTip<T extends Item>(items: readonly T[]): ReadonlySet<T> {
  const bearing = items.filter((item) => 'tip_payment_gateway' in item || 'tip_payment_method' in item);
  if (bearing.every(hasNoProduct)) return new Set(bearing);
  return new Set(bearing.filter((item) => hasNoProduct(item) && hasValue(item)));
}

function hasNoProduct({ product_id: productId, variant_id: variantId }: Item): boolean {
  return !productId && !variantId;
}

function hasValue({ tip_payment_gateway: gateway, tip_payment_method: method }: Item): boolean {
  return Boolean(gateway) || Boolean(method);
}
