// Products, collections and carts as Liquid sees them. Money is in hundredths, whatever the currency.
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { exponentOf } from '#tests/local-shopify/shop/money.ts';
import type { Collection, Product, Variant } from '#tests/local-shopify/shop/types.ts';
import type { CartEntry } from './cart-cookie.ts';
import { collectionTitle, productTexts } from './french.ts';

export function hundredths(minor: number, currency: string): number {
  return Math.round((minor * 100) / 10 ** exponentOf(currency));
}

function variantObject(shop: LocalShop, product: Product, variant: Variant) {
  return {
    id: Number(variant.id),
    title: variant.title,
    price: hundredths(variant.priceMinor, shop.currency),
    available: variant.available,
    url: `/products/${product.handle}?variant=${variant.id}`,
  };
}

export function productObject(shop: LocalShop, product: Product, language: string) {
  const texts = productTexts(product, language);
  const variants = product.variants.map((variant) => variantObject(shop, product, variant));
  const prices = variants.map((variant) => variant.price);
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
    price: Math.min(...prices),
    price_min: Math.min(...prices),
    price_max: Math.max(...prices),
    price_varies: new Set(prices).size > 1,
    available: variants.some((variant) => variant.available),
    options: [texts.optionName],
    variants,
    selected_or_first_available_variant: variants.find((variant) => variant.available) ?? variants[0],
    featured_image: pictureObject(product, texts.pictureAlt),
    collections: collections.map(({ id, handle }) => ({ id: Number(id), handle })),
  };
}

export function collectionObject(shop: LocalShop, collection: Collection, language: string) {
  const products = collection.productIds.flatMap((id) => shop.product(id) ?? []);
  return {
    id: Number(collection.id),
    handle: collection.handle,
    title: collectionTitle(collection, language),
    products: products.map((product) => productObject(shop, product, language)),
  };
}

export function cartObject(shop: LocalShop, entries: readonly CartEntry[], language: string) {
  const items = entries.flatMap((entry) => cartItem(shop, entry, language));
  return {
    items,
    item_count: items.reduce((sum, item) => sum + item.quantity, 0),
    total_price: items.reduce((sum, item) => sum + item.final_line_price, 0),
    currency: { iso_code: shop.currency },
    taxes_included: shop.setup.taxesIncluded,
  };
}

function cartItem(shop: LocalShop, entry: CartEntry, language: string) {
  const found = shop.variant(entry.variantId);
  if (!found) return [];
  const variant = variantObject(shop, found.product, found.variant);
  const texts = productTexts(found.product, language);
  return [
    {
      variant_id: variant.id,
      product_id: Number(found.product.id),
      product_title: texts.title,
      variant_title: found.product.variants.length > 1 ? variant.title : '',
      quantity: entry.quantity,
      price: variant.price,
      final_line_price: variant.price * entry.quantity,
      url: variant.url,
      image: pictureObject(found.product, texts.pictureAlt),
    },
  ];
}

function pictureObject(product: Product, alt: string) {
  return { src: `/pictures/${product.id}.svg`, alt };
}
