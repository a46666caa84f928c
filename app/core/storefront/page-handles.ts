// By which handles the shop's pages find the products that rewards give: Liquid knows no product by its id.
import type { Reward } from '../rewards/reward-rules.ts';

/** By the product's id, as Shopify has them now; one that is gone is missing. */
export type Handles = Readonly<Record<string, string>>;

/** Shopify's pages find no more products by handle, each once however often it is named. */
export const MOST_HANDLES = 20;

const freeIds = ({ gives }: Pick<Reward, 'gives'>) => (gives.kind === 'product' ? gives.productIds : []);

/** The products that some reward gives, each once. */
export function freeProductIds(rewards: readonly Pick<Reward, 'gives'>[] = []): string[] {
  return [...new Set(rewards.flatMap(freeIds))];
}

/** As many of them as one page may ask for: those of the first rewards. */
export function pageHandles(rewards: readonly Pick<Reward, 'gives'>[], handles: Handles): Handles {
  const there = freeProductIds(rewards).flatMap((id) => {
    const handle = handles[id];
    return handle === undefined ? [] : [[id, handle] as const];
  });
  return Object.fromEntries(there.slice(0, MOST_HANDLES));
}

/** Of one reward; absent where a page can find none of what it gives. */
export function handlesOf(reward: Pick<Reward, 'gives'>, handles: Handles): { handles?: string[] } {
  const found = freeIds(reward).flatMap((id) => handles[id] ?? []);
  return found.length > 0 ? { handles: found } : {};
}
