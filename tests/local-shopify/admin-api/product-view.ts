// Products, variants and collections.
import { decimal } from '#tests/local-shopify/shop/money.ts';
import type { Collection, Product, Variant } from '#tests/local-shopify/shop/types.ts';
import { byId, connection, inOrder } from './connections.ts';
import type { PageArgs } from './connections.ts';
import type { AdminContext } from './context.ts';
import { gid, idOf } from './global-ids.ts';

const withoutTags = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

function priceRange(context: AdminContext, product: Product) {
  const prices = product.variants.map((variant) => variant.priceMinor);
  const { currency } = context.shop;
  const money = (minor: number) => ({ amount: decimal(minor, currency), currencyCode: currency });
  return { minVariantPrice: money(Math.min(...prices)), maxVariantPrice: money(Math.max(...prices)) };
}

export function variantView(context: AdminContext, product: Product, variant: Variant): object {
  const { currency } = context.shop;
  return {
    __typename: 'ProductVariant',
    id: gid('ProductVariant', variant.id),
    legacyResourceId: variant.id,
    title: variant.title,
    displayName: `${product.title} - ${variant.title}`,
    sku: variant.sku,
    price: decimal(variant.priceMinor, currency),
    compareAtPrice:
      variant.compareAtPriceMinor === null ? null : decimal(variant.compareAtPriceMinor, currency),
    availableForSale: variant.available,
    taxable: variant.taxable,
    position: product.variants.indexOf(variant) + 1,
    selectedOptions: [{ name: product.optionName, value: variant.title }],
    createdAt: product.createdAt,
    updatedAt: product.updatedAt,
    product: () => productView(context, product),
  };
}

export function collectionView(context: AdminContext, collection: Collection): object {
  const products = collection.productIds.flatMap((id) => context.shop.product(id) ?? []);
  return {
    __typename: 'Collection',
    id: gid('Collection', collection.id),
    legacyResourceId: collection.id,
    handle: collection.handle,
    title: collection.title,
    description: withoutTags(collection.descriptionHtml),
    descriptionHtml: collection.descriptionHtml,
    sortOrder: 'MANUAL',
    productsCount: { count: products.length, precision: 'EXACT' },
    hasProduct: (args: { id: string }) => collection.productIds.includes(idOf('Product', args.id)),
    products: (args: PageArgs & { sortKey?: string | null }) => {
      const rows = args.sortKey === 'ID' ? byId : inOrder;
      return connection(
        rows(products, (product) => productView(context, product)),
        args,
      );
    },
  };
}

export function productView(context: AdminContext, product: Product): object {
  const collections = () => context.shop.collectionsOf(product.id);
  return {
    __typename: 'Product',
    id: gid('Product', product.id),
    legacyResourceId: product.id,
    handle: product.handle,
    title: product.title,
    vendor: product.vendor,
    productType: product.productType,
    status: product.status ?? 'ACTIVE',
    tags: product.tags,
    isGiftCard: product.giftCard,
    hasVariantsThatRequiresComponents: product.bundle ?? false,
    description: withoutTags(product.descriptionHtml),
    descriptionHtml: product.descriptionHtml,
    hasOnlyDefaultVariant: product.variants.length === 1,
    createdAt: product.createdAt,
    updatedAt: product.updatedAt,
    publishedAt: product.createdAt,
    onlineStoreUrl: `https://${context.shop.domain}/products/${product.handle}`,
    priceRangeV2: () => priceRange(context, product),
    variantsCount: { count: product.variants.length, precision: 'EXACT' },
    inCollection: (args: { id: string }) =>
      collections().some((one) => one.id === idOf('Collection', args.id)),
    collections: (args: PageArgs) =>
      connection(
        byId(collections(), (one) => collectionView(context, one)),
        args,
      ),
    variants: (args: PageArgs) =>
      connection(
        inOrder(product.variants, (one) => variantView(context, product, one)),
        args,
      ),
  };
}
