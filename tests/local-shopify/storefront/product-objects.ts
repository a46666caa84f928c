// Products and collections as Liquid sees them. Money is in hundredths, whatever the currency.
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { exponentOf } from '#tests/local-shopify/shop/money.ts';
import type { Collection, Product, Variant } from '#tests/local-shopify/shop/types.ts';
import { collectionTexts, productTexts } from './french.ts';

/** A third decimal, as dinars have it, is cut off. */
export function hundredths(minor: number, currency: string): number {
  return Math.floor((minor * 100) / 10 ** exponentOf(currency));
}

/** A draft, or one in the archive, is found by no page. */
export const isOnSale = ({ status }: Product): boolean => status === undefined;

export type VariantObject = ReturnType<typeof variantObject>;
export type ProductObject = ReturnType<typeof productObject>;

function variantObject(shop: LocalShop, product: Product, variant: Variant, selectedId: string | null) {
  const { compareAtPriceMinor } = variant;
  return {
    id: Number(variant.id),
    title: variant.title,
    options: [variant.title],
    option1: variant.title,
    sku: variant.sku,
    price: hundredths(variant.priceMinor, shop.currency),
    compare_at_price: compareAtPriceMinor === null ? null : hundredths(compareAtPriceMinor, shop.currency),
    available: variant.available,
    taxable: variant.taxable,
    requires_shipping: variant.requiresShipping,
    weight: variant.grams,
    selected: variant.id === selectedId,
    url: `/products/${product.handle}?variant=${variant.id}`,
  };
}

/** @param selectedId the variant that the page's address names */
export function productObject(
  shop: LocalShop,
  product: Product,
  language: string,
  selectedId: string | null = null,
) {
  const texts = productTexts(product, language);
  const variants = product.variants.map((variant) => variantObject(shop, product, variant, selectedId));
  const collections = shop.collectionsOf(product.id);
  return {
    id: Number(product.id),
    handle: product.handle,
    title: texts.title,
    url: `/products/${product.handle}`,
    description: texts.descriptionHtml,
    vendor: product.vendor,
    type: product.productType,
    tags: product.tags,
    'gift_card?': product.giftCard,
    requires_selling_plan: false,
    selling_plan_groups: [],
    ...prices(variants),
    available: variants.some((variant) => variant.available),
    has_only_default_variant: variants.length === 1,
    options: [texts.optionName],
    variants,
    ...selections(variants),
    featured_image: pictureObject(product, texts.pictureAlt),
    images: [pictureObject(product, texts.pictureAlt)],
    collections: collections.map((one) => collectionLink(one, language)),
  };
}

function prices(variants: VariantObject[]) {
  const all = variants.map((variant) => variant.price);
  return {
    price: Math.min(...all),
    price_min: Math.min(...all),
    price_max: Math.max(...all),
    price_varies: new Set(all).size > 1,
  };
}

function selections(variants: VariantObject[]) {
  const selected = variants.find((variant) => variant.selected) ?? null;
  const firstAvailable = variants.find((variant) => variant.available) ?? null;
  return {
    selected_variant: selected,
    first_available_variant: firstAvailable,
    selected_or_first_available_variant: selected ?? firstAvailable ?? variants[0],
  };
}

function collectionLink(collection: Collection, language: string) {
  const { title } = collectionTexts(collection, language);
  return {
    id: Number(collection.id),
    handle: collection.handle,
    title,
    url: `/collections/${collection.handle}`,
  };
}

export function collectionObject(shop: LocalShop, collection: Collection, language: string) {
  const products = collection.productIds.flatMap((id) => shop.product(id) ?? []);
  return {
    ...collectionLink(collection, language),
    description: collectionTexts(collection, language).descriptionHtml,
    products_count: products.length,
    products: products.filter(isOnSale).map((product) => productObject(shop, product, language)),
  };
}

function pictureObject(product: Product, alt: string) {
  return { src: `/pictures/${product.id}.svg`, alt };
}
