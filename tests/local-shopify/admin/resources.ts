// What App Bridge's resource picker knows of the shop: products and collections in Shopify's documented shape.
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { decimal } from '#tests/local-shopify/shop/money.ts';
import type { Collection, Product, Variant } from '#tests/local-shopify/shop/types.ts';

export type ResourceType = 'product' | 'collection';

export function isResourceType(value: unknown): value is ResourceType {
  return value === 'product' || value === 'collection';
}

/** @param storefront where pictures are served */
export function resourcesOf(shop: LocalShop, type: ResourceType, storefront: string): object[] {
  if (type === 'collection') return shop.collections.map(collectionResource);
  return shop.products.map((product) => productResource(shop, product, storefront));
}

function productResource(shop: LocalShop, product: Product, storefront: string): object {
  const only = product.variants.length === 1;
  return {
    id: `gid://shopify/Product/${product.id}`,
    title: product.title,
    handle: product.handle,
    descriptionHtml: product.descriptionHtml,
    vendor: product.vendor,
    productType: product.productType,
    tags: product.tags,
    status: 'ACTIVE',
    hasOnlyDefaultVariant: only,
    images: [picture(product, storefront)],
    options: [{ ...option(product), values: product.variants.map((variant) => variant.title) }],
    variants: product.variants.map((variant, index) => variantResource(shop, product, variant, index)),
    totalVariants: product.variants.length,
    totalInventory: 0,
    tracksInventory: false,
    availablePublicationCount: 1,
    templateSuffix: null,
    publishedAt: product.createdAt,
    createdAt: product.createdAt,
    updatedAt: product.updatedAt,
  };
}

const option = ({ id, optionName }: Product) => ({
  id: `gid://shopify/ProductOption/${id}`,
  name: optionName,
  position: 1,
});

const picture = (product: Product, storefront: string) => ({
  id: `gid://shopify/ProductImage/${product.id}`,
  altText: product.pictureAlt,
  originalSrc: `${storefront}/pictures/${product.id}.svg`,
});

function variantResource(shop: LocalShop, product: Product, variant: Variant, index: number): object {
  return {
    id: `gid://shopify/ProductVariant/${variant.id}`,
    title: variant.title,
    displayName: `${product.title} - ${variant.title}`,
    price: decimal(variant.priceMinor, shop.currency),
    sku: variant.sku,
    position: index + 1,
    taxable: variant.taxable,
    requiresShipping: variant.requiresShipping,
    availableForSale: variant.available,
    product: { id: `gid://shopify/Product/${product.id}` },
    selectedOptions: [{ value: variant.title }],
  };
}

function collectionResource({ id, handle, title, descriptionHtml, productIds }: Collection): object {
  return {
    id: `gid://shopify/Collection/${id}`,
    title,
    handle,
    descriptionHtml,
    description: descriptionHtml.replaceAll(/<[^>]*>/g, ''),
    productsCount: productIds.length,
    sortOrder: 'MANUAL',
    ruleSet: null,
    image: null,
    storefrontId: `gid://shopify/Collection/${id}`,
  };
}
