// What a discount function may ask of a cart, for Shopify's function schema: fields, or functions of their arguments.
import { dayIn } from '#tests/local-shopify/clock/days.ts';
import { resolveNamespace } from '#tests/local-shopify/shop/app-settings.ts';
import type { AutomaticDiscount } from '#tests/local-shopify/shop/automatic-discount.ts';
import { ratedOf } from '#tests/local-shopify/shop/cart.ts';
import type { Cart, CartLine } from '#tests/local-shopify/shop/cart.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { bag, lineBag } from '#tests/local-shopify/shop/money.ts';
import type { MoneyBag } from '#tests/local-shopify/shop/money.ts';
import type { Customer, Metafields, Product, Variant } from '#tests/local-shopify/shop/types.ts';

/** A metafield above this reads as null. */
const MOST_BYTES = 10_000;

export type FunctionCart = {
  shop: LocalShop;
  cart: Cart;
  discount: Pick<AutomaticDiscount, 'discountClasses' | 'metafields'>;
  /** The code that the discount is asked for by; null for an automatic one. */
  code: string | null;
};

export const lineGid = (index: number): string => `gid://shopify/CartLine/${index + 1}`;

type Named = { namespace?: string | null; key: string };

function metafieldOf({ shop }: FunctionCart, metafields: Metafields) {
  const namespace = shop.appNamespace;
  return (args: Named) => {
    const found = metafields[`${resolveNamespace({ namespace }, args.namespace)}.${args.key}`];
    if (!found || Buffer.byteLength(found.value) > MOST_BYTES) return null;
    const jsonValue: unknown = found.type === 'json' ? JSON.parse(found.value) : found.value;
    return { type: found.type, value: found.value, jsonValue };
  };
}

const shownMoney = ({ presentment: { amount, currency } }: MoneyBag) => ({ amount, currencyCode: currency });

/** Money of the shop, in what the shopper pays in. */
const money = ({ shop, cart }: FunctionCart, minor: number) => shownMoney(bag(ratedOf(shop, cart), minor));

const tagKey = (tag: string): string => tag.trim().toLowerCase();

function tagged(tags: readonly string[]) {
  const own = new Set(tags.map(tagKey));
  const has = (tag: string) => own.has(tagKey(tag));
  return {
    hasAnyTag: (args: { tags: string[] }) => args.tags.some(has),
    hasTags: (args: { tags: string[] }) => args.tags.map((tag) => ({ tag, hasTag: has(tag) })),
  };
}

function collected({ shop }: FunctionCart, productId: string) {
  const own = new Set(shop.collectionsOf(productId).map(({ id }) => `gid://shopify/Collection/${id}`));
  return {
    inAnyCollection: (args: { ids: string[] }) => args.ids.some((id) => own.has(id)),
    inCollections: (args: { ids: string[] }) =>
      args.ids.map((collectionId) => ({ collectionId, isMember: own.has(collectionId) })),
  };
}

function productView(world: FunctionCart, product: Product) {
  const { id, handle, title, vendor, productType, giftCard } = product;
  return {
    __typename: 'Product',
    id: `gid://shopify/Product/${id}`,
    handle,
    title,
    vendor,
    productType,
    isGiftCard: giftCard,
    metafield: () => null,
    ...tagged(product.tags),
    ...collected(world, id),
  };
}

function variantView(world: FunctionCart, product: Product, variant: Variant) {
  const { id, title, sku, requiresShipping } = variant;
  return {
    __typename: 'ProductVariant',
    id: `gid://shopify/ProductVariant/${id}`,
    title,
    sku,
    requiresShipping,
    metafield: () => null,
    product: productView(world, product),
    ...collected(world, product.id),
  };
}

function lineView(world: FunctionCart, line: CartLine, index: number) {
  const found = world.shop.variant(line.variantId);
  if (!found) throw new Error(`${world.shop.domain} has no variant ${line.variantId}`);
  const { product, variant } = found;
  const { priceMinor } = variant;
  const rated = ratedOf(world.shop, world.cart);
  const whole = shownMoney(lineBag(rated, { unitPriceMinor: priceMinor }, priceMinor * line.quantity));
  return {
    id: lineGid(index),
    quantity: line.quantity,
    attribute: () => null,
    parentRelationship: null,
    merchandise: variantView(world, product, variant),
    sellingPlanAllocation: line.sellingPlan ? planView(line.sellingPlan) : null,
    discountAllocations: [],
    cost: {
      amountPerQuantity: money(world, priceMinor),
      compareAtAmountPerQuantity:
        variant.compareAtPriceMinor === null ? null : money(world, variant.compareAtPriceMinor),
      subtotalAmount: whole,
      totalAmount: whole,
    },
  };
}

function planView({ id, name }: NonNullable<CartLine['sellingPlan']>) {
  const sellingPlan = {
    id: `gid://shopify/SellingPlan/${id}`,
    name,
    description: null,
    recurringDeliveries: true,
    metafield: () => null,
  };
  return { sellingPlan, priceAdjustments: [] };
}

function customerView(world: FunctionCart, customer: Customer) {
  return {
    id: `gid://shopify/Customer/${customer.id}`,
    email: customer.email,
    firstName: customer.firstName,
    lastName: customer.lastName,
    metafield: metafieldOf(world, customer.metafields),
    ...tagged(customer.tags),
  };
}

function buyerView(world: FunctionCart) {
  const customer = world.shop.customers.get(world.cart.customerId ?? '');
  return {
    isAuthenticated: world.cart.isAuthenticated,
    email: customer?.email ?? null,
    phone: customer?.phone ?? null,
    customer: customer ? customerView(world, customer) : null,
    purchasingCompany: null,
    shopUser: null,
  };
}

const TILL = { id: 'gid://shopify/Location/1', handle: 'roastery', name: 'Roastery', metafield: () => null };

function subtotal({ shop, cart }: FunctionCart): number {
  return cart.lines.reduce(
    (sum, line) => sum + (shop.variant(line.variantId)?.variant.priceMinor ?? 0) * line.quantity,
    0,
  );
}

/** The function's whole input, of which its query picks. */
export function functionInput(world: FunctionCart): Record<string, unknown> {
  const { shop, cart, discount, code } = world;
  const total = money(world, subtotal(world));
  return {
    cart: {
      buyerIdentity: buyerView(world),
      retailLocation: cart.atTill ? TILL : null,
      lines: cart.lines.map((line, index) => lineView(world, line, index)),
      cost: { subtotalAmount: total, totalAmount: total, totalTaxAmount: null, totalDutyAmount: null },
      attribute: () => null,
      metafield: () => null,
      deliveryGroups: [],
      discountApplications: [],
    },
    discount: {
      discountClasses: discount.discountClasses,
      metafield: metafieldOf(world, discount.metafields),
    },
    enteredDiscountCodes: cart.codes.map((code) => ({ code, rejectable: true })),
    triggeringDiscountCode: code,
    localization: {
      language: { isoCode: cart.language.toUpperCase() },
      country: { isoCode: shop.setup.countryCode },
    },
    presentmentCurrencyRate: String((cart.presentment?.rateBp ?? 10_000) / 10_000),
    shop: { localTime: { date: dayIn(shop.timeZone, shop.now()) }, metafield: () => null },
  };
}
