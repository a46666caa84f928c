// The dearest cart of so many lines for each kind of reward, under the largest config that a program can have: ids as long as
// Shopify's, prices and rates of many digits, every second line one that never comes off where the reward is of the order.
import { MOST_NEVER } from '#app/core/program/never-earns.ts';
import { GIVES_LIMITS } from '#app/core/rewards/reward-gives.ts';
import type { FunctionGives } from '#app/core/rewards/voucher-config.ts';
import { CODE, type VoucherScene } from './voucher-scene.ts';

const ids = (count: number, from: number) =>
  Array.from({ length: count }, (_one, index) => String(7_300_000_000_000 + from + index));

const CHOSEN = ids(GIVES_LIMITS.products, 0);
const COLLECTIONS = ids(GIVES_LIMITS.collections, 1_000);
const NEVER = {
  productIds: ids(MOST_NEVER.products, 2_000),
  collectionIds: ids(MOST_NEVER.collections, 3_000),
};
const of = { productIds: CHOSEN, collectionIds: COLLECTIONS };

const GIVES: Record<string, { gives: FunctionGives; excluded: boolean }> = {
  'a free product': {
    gives: {
      kind: 'product',
      productIds: CHOSEN.slice(0, GIVES_LIMITS.freeProducts),
      upToMinor: 1_000_000_000,
    },
    excluded: false,
  },
  'a percentage of the order up to a ceiling': {
    gives: { kind: 'percent', percent: 7, of: 'order', mostMinor: 987_654_321 },
    excluded: true,
  },
  'a percentage of products under its ceiling': {
    gives: { kind: 'percent', percent: 7, of, mostMinor: 1_000_000_000 },
    excluded: false,
  },
  'a percentage of products above its ceiling': {
    gives: { kind: 'percent', percent: 97, of, mostMinor: 987_654 },
    excluded: false,
  },
  'any amount': { gives: { kind: 'any-amount', sharePercent: 97 }, excluded: true },
};

export const DEAREST_KINDS = Object.keys(GIVES);

export function dearestCart(kind: string, lines: number): VoucherScene {
  const found = GIVES[kind];
  if (!found) throw new Error(`no such kind: ${kind}`);
  const codes = Object.fromEntries(ids(50, 5_000).map((code) => [code.slice(-12), 987_654_321]));
  return {
    ...{
      gives: found.gives,
      never: NEVER,
      minimumMinor: 100,
      rate: '163.2112345678',
      shopperCurrency: 'KWD',
    },
    vouchers: { v: 1, codes: { ...codes, [CODE]: 100_000 } },
    lines: Array.from({ length: lines }, (_one, index) => ({
      id: `${String(index).padStart(8, '0')}-4c1e-4a3b-9f00-0123456789ab`,
      productId: CHOSEN[index % GIVES_LIMITS.freeProducts] ?? '',
      quantity: 900 + index,
      amount: `${99_999 - index}.505`,
      collections: found.excluded && index % 2 === 1 ? NEVER.collectionIds : COLLECTIONS,
    })),
  };
}
