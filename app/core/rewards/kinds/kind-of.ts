// The kinds of reward there are: one line a kind.
import { amount } from './amount.ts';
import { anyAmount } from './any-amount.ts';
import { freeShipping } from './free-shipping.ts';
import { percent } from './percent.ts';
import { product } from './product.ts';
import type { KindName, RewardKind } from './reward-kind.ts';

const KINDS: { readonly [K in KindName]: RewardKind<K> } = {
  amount,
  percent,
  'free-shipping': freeShipping,
  product,
  'any-amount': anyAmount,
};

/** What its kind answers for it. */
export function kindOf<K extends KindName>({ kind }: { readonly kind: K }): RewardKind<K> {
  return KINDS[kind];
}

/** Of which each code can be a discount of Shopify's own. */
export const ALONE_KINDS: readonly string[] = Object.entries(KINDS)
  .filter(([, { standsAlone }]) => standsAlone)
  .map(([kind]) => kind);
