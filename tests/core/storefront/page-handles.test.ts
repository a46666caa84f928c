// By which handles pages find what rewards give.
import { expect, it } from 'vitest';
import { freeProductIds, MOST_HANDLES } from '#app/core/storefront/page-handles.ts';
import { projectRewards } from '#app/core/storefront/project-rewards.ts';
import { reward } from '#tests/support/factories.ts';

const ids = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => String(from + index));
const free = (productIds: string[]) =>
  reward({
    key: `of-${productIds.join('-')}`.slice(0, 32),
    gives: { kind: 'product', productIds, upToMinor: 900 },
  });
const handleOf = (id: string) => [id, `product-${id}`] as const;
const handlesIn = (rewards: ReturnType<typeof free>[], known: readonly string[]) =>
  projectRewards(rewards, Object.fromEntries(known.map(handleOf))).rewards?.map(({ gives }) => gives.handles);

it('C112 names those of the products that Shopify still has, and none where it has none', () => {
  const rewards = [free(['501', '502']), free(['503']), reward()];
  expect(freeProductIds(rewards)).toEqual(['501', '502', '503']);
  expect(handlesIn(rewards, ['502'])).toEqual([['product-502'], undefined, undefined]);
});

it('names no more than a page may ask for, those of the first rewards, and each once', () => {
  const rewards = [free(ids(500, 10)), free(ids(505, 10)), free(ids(515, 10)), free(ids(500, 2))];
  const named = handlesIn(rewards, ids(500, 40))?.map((handles) => handles?.length);
  expect(named).toEqual([10, 10, 5, 2]);
  expect(MOST_HANDLES).toBe(20);
});
