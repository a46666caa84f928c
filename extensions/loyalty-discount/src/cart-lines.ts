// The cart as the rules know it.
import type { CartLine } from '../../../app/core/stamps/free-in-cart.ts';
import type { FunctionConfig } from '../../../app/core/stamps/discount-config.ts';
import type { FunctionInput, InputLine } from './input.ts';
import { priceSteps, shopMinor } from './price.ts';

/** Custom items, tips among them, are left out: no card counts them. */
export function cartLines(input: FunctionInput, config: FunctionConfig): CartLine[] {
  const asksPrices = config.cards.some(({ maxPriceMinor }) => maxPriceMinor !== null);
  return input.cart.lines.flatMap((line) => {
    const cartLine = ordinaryLine(line, config.bundles);
    if (!cartLine) return [];
    if (!asksPrices) return [cartLine];
    const { amount } = line.cost.amountPerQuantity;
    return [{ ...cartLine, priceMinor: shopMinor(amount, input.presentmentCurrencyRate, config.exponent) }];
  });
}

function ordinaryLine(line: InputLine, bundles: readonly string[]): CartLine | null {
  if (line.merchandise.__typename !== 'ProductVariant') return null;
  const { product } = line.merchandise;
  const productId = numericId(product.id);
  const price = priceSteps(line.cost.amountPerQuantity.amount);
  return {
    lineId: line.id,
    quantity: line.quantity,
    unit: {
      hasVariant: true,
      productId,
      unitPriceAboveZero: price > 0,
      giftCard: product.isGiftCard,
      tip: false,
      bundleComponent: bundles.includes(productId),
    },
    groups: {
      collections: product.inCollections.flatMap((one) =>
        one.isMember ? [numericId(one.collectionId)] : [],
      ),
      tags: product.hasTags.flatMap((one) => (one.hasTag ? [one.tag] : [])),
    },
    price,
    priceMinor: 0,
    subscription: line.sellingPlanAllocation != null,
  };
}

const numericId = (gid: string) => gid.slice(gid.lastIndexOf('/') + 1);
