import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { beforeAll, expect, it } from 'vitest';
import { NO_PRODUCTS } from '#app/core/program/card-rules.ts';
import { askFirstProduct } from '#app/usecases/rewards/ask-first-product.ts';

const local = useLocalShopify();
let shop: InstalledShop;
beforeAll(async () => (shop = await local.install()));

const asked = (products: Partial<typeof NO_PRODUCTS>) =>
  askFirstProduct({ domain: shop.domain, currency: 'EUR' }, [
    { products: NO_PRODUCTS },
    { products: { ...NO_PRODUCTS, ...products } },
  ]);

it('is the first that a card names, with the price of its first variant', async () => {
  const [beans, cup] = shop.local.products;
  const priceMinor = cup!.variants[0]!.priceMinor;
  expect(await asked({ productIds: [cup!.id, beans!.id] })).toEqual({
    id: cup!.id,
    title: cup!.title,
    priceMinor,
  });
});

it('or the first of a collection', async () => {
  const [collection] = shop.local.collections;
  const first = shop.local.product(collection!.productIds[0]!);
  expect(await asked({ collectionIds: [collection!.id] })).toMatchObject({ id: first!.id });
});

it('is none where nothing is named, it is gone, a draft, or a gift card, and where Shopify says nothing', async () => {
  expect(await asked({})).toBeNull();
  expect(await asked({ productIds: ['999'] })).toBeNull();
  const giftCard = shop.local.products.find((product) => product.giftCard);
  expect(await asked({ productIds: [giftCard!.id] })).toBeNull();
  const [beans] = shop.local.products;
  beans!.status = 'DRAFT';
  expect(await asked({ productIds: [beans!.id] })).toBeNull();
  delete beans!.status;
  local.shopify().faults(shop.domain).plan('error', 3);
  expect(await asked({ productIds: [beans!.id] })).toBeNull();
});
