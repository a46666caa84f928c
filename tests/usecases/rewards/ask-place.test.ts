import { useLocalShopify } from '#tests/support/use-local-shopify.ts';
import { expect, test } from 'vitest';
import { askPlace } from '#app/usecases/rewards/ask-place.ts';

const local = useLocalShopify();

test('where a shop is follows its address at Shopify, and nobody knows where it has none', async () => {
  const shop = await local.install();
  expect(await askPlace(shop.domain)).toEqual({ country: 'IE', province: null });
  shop.local.place = { country: 'CA', province: 'QC' };
  expect(await askPlace(shop.domain)).toEqual({ country: 'CA', province: 'QC' });
  shop.local.place = { country: null, province: null };
  expect(await askPlace(shop.domain)).toBeNull();
});
