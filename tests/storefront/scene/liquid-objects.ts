// Products and carts as Shopify documents them for Liquid, reduced to what blocks may read. Money is in hundredths of
// the currency's main unit, whatever its exponent.
import { currencyExponent } from '#app/core/values/money.ts';

export type LiquidVariant = {
  title: string;
  priceMinor: number;
  available?: boolean;
  /** What is left of it; unlimited when absent. */
  stock?: number;
  /** Sold in steps of so many, and up to so many; one by one when absent. */
  step?: number;
  most?: number;
};

export type LiquidProduct = {
  id?: string;
  title?: string;
  currency?: string;
  giftCard?: boolean;
  collections?: readonly string[];
  /** Of one variant unless given. */
  variants?: readonly LiquidVariant[];
  priceMinor?: number;
  /** The variant that the page's address names. */
  selected?: number;
  available?: boolean;
  subscription?: boolean;
  onlyByPlan?: boolean;
  tags?: readonly string[];
};

export type LiquidLine = {
  product: LiquidProduct;
  /** Which of its variants; the first when absent. */
  variant?: number;
  quantity: number;
  /** What the shopper asked for with it. */
  properties?: Readonly<Record<string, string>>;
  /** Units that our discount took off the line, under this title. */
  free?: number;
  freeTitle?: string;
  subscribed?: boolean;
  /** What other discounts of this line take off it, in all. */
  lineDiscountMinor?: number;
  /** Its share of discounts on the whole cart, which Liquid tells of the cart alone. */
  cartDiscountMinor?: number;
  /** Of a bundle: the cart holds one line, the order its components. */
  components?: readonly LiquidProduct[];
};

function hundredths(minor: number, currency: string): number {
  return Math.floor((minor * 100) / 10 ** currencyExponent(currency));
}

function boundsOf({ stock, step = 1, most }: LiquidVariant) {
  const counted = stock === undefined ? null : 'shopify';
  return {
    inventory_management: counted,
    inventory_policy: 'deny',
    inventory_quantity: stock ?? 0,
    quantity_rule: { min: 1, max: most ?? null, increment: step },
    requires_selling_plan: false,
  };
}

export function liquidProduct(given: LiquidProduct) {
  const { id = '501', currency = 'EUR', available = true, priceMinor = 1400 } = given;
  const ofOne: readonly LiquidVariant[] = [{ title: 'Default Title', priceMinor }];
  const variants = (given.variants ?? ofOne).map((variant, index) => ({
    id: Number(`${id}${index}`),
    title: variant.title,
    price: hundredths(variant.priceMinor, currency),
    available: available && variant.available !== false,
    ...boundsOf(variant),
  }));
  const prices = variants.map(({ price }) => price);
  const selected = given.selected === undefined ? null : (variants[given.selected] ?? null);
  return {
    id: Number(id),
    url: `/products/product-${id}`,
    requires_selling_plan: given.onlyByPlan ?? false,
    title: given.title ?? 'Morning House',
    'gift_card?': given.giftCard ?? false,
    price: Math.min(...prices),
    price_min: Math.min(...prices),
    price_max: Math.max(...prices),
    has_only_default_variant: given.variants === undefined,
    price_varies: new Set(prices).size > 1,
    available: variants.some((variant) => variant.available),
    variants,
    selected_variant: selected,
    selected_or_first_available_variant: selected ?? variants.find((one) => one.available) ?? variants[0],
    selling_plan_groups: given.subscription ? [{ name: 'Monthly' }] : [],
    tags: [...(given.tags ?? [])],
    collections: (given.collections ?? []).map((collection) => ({ id: Number(collection) })),
  };
}

function liquidItem(line: LiquidLine, currency: string) {
  const product = liquidProduct({ ...line.product, currency });
  const variant = product.variants[line.variant ?? 0];
  const price = variant?.price ?? product.price;
  const allocations = allocationsOf(line, price, currency);
  const off = allocations.reduce((sum, { amount }) => sum + amount, 0);
  return {
    product,
    variant,
    quantity: line.quantity,
    properties: line.properties ?? {},
    selling_plan_allocation: line.subscribed ? { selling_plan: { name: 'Monthly' } } : null,
    line_level_discount_allocations: allocations,
    gift_card: product['gift_card?'],
    original_price: price,
    final_line_price: price * line.quantity - off,
    item_components: (line.components ?? []).map((component) => ({
      product: liquidProduct({ ...component, currency }),
    })),
  };
}

type Allocation = { amount: number; discount_application: { title: string } };

function allocationsOf(line: LiquidLine, price: number, currency: string): Allocation[] {
  const { free = 0, freeTitle = 'Coffee card', lineDiscountMinor = 0 } = line;
  const ours = { amount: price * free, discount_application: { title: freeTitle } };
  const sale = { amount: hundredths(lineDiscountMinor, currency), discount_application: { title: 'Sale' } };
  return [ours, sale].filter(({ amount }) => amount > 0);
}

/** A discount on the whole cart, by a code unless it says otherwise. */
export type OrderDiscount = { title: string; minor: number; type?: 'automatic' };

export function liquidCart(
  lines: readonly LiquidLine[],
  currency = 'EUR',
  orderDiscounts: readonly OrderDiscount[] = [],
) {
  const applications = orderDiscounts.map(({ title, minor, type = 'discount_code' }) => ({
    ...{ title, type },
    total_allocated_amount: hundredths(minor, currency),
  }));
  const items = lines.map((line) => liquidItem(line, currency));
  const ofLines = lines.reduce((sum, line) => sum + (line.cartDiscountMinor ?? 0), 0);
  const offCart = orderDiscounts.reduce((sum, { minor }) => sum + minor, ofLines);
  const subtotal = items.reduce((sum, item) => sum + item.final_line_price, 0);
  return {
    items,
    taxes_included: true,
    item_count: items.reduce((sum, item) => sum + item.quantity, 0),
    items_subtotal_price: subtotal,
    total_price: subtotal - hundredths(offCart, currency),
    cart_level_discount_applications: ofLines > 0 ? [{ title: 'CODE' }, ...applications] : applications,
    discount_applications: applications,
    currency: { iso_code: currency },
  };
}
