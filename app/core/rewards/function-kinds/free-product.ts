// "A free bag": one unit of the cheapest line that is eligible. What is paid beside it has to reach the minimum.
import { priceOfLine, subtotalOf, type FunctionLine } from './function-cart.ts';
import type { FunctionKind } from './function-kind.ts';

type FreeProduct = {
  readonly kind: 'product';
  readonly productIds: readonly string[];
  /** In the shop's currency; null: any price. */
  readonly upToMinor: number | null;
};

function isEligible({ productIds, upToMinor }: FreeProduct, line: FunctionLine): boolean {
  if (line.productId === null || !productIds.includes(line.productId) || priceOfLine(line) === 0)
    return false;
  return upToMinor === null || line.shopPrice <= upToMinor;
}

/** Of one price the cart's first. */
function cheapestOf(lines: readonly FunctionLine[]): FunctionLine | undefined {
  return [...lines].sort((a, b) => a.price - b.price)[0];
}

export const freeProduct: FunctionKind<FreeProduct> = {
  kind: 'product',
  discountClass: () => 'PRODUCT',
  config: ({ kind, productIds, upToMinor }) => ({ kind, productIds: [...productIds], upToMinor }),
  collectionIds: () => [],
  saves: ({ gives, lines, minimum }) => {
    const free = cheapestOf(lines.filter((line) => isEligible(gives, line)));
    if (!free || subtotalOf(lines) - free.price < minimum) return null;
    return { on: 'products', off: { percent: 100 }, lines: [{ lineId: free.lineId, quantity: 1 }] };
  },
};
