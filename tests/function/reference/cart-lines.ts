// The cart as the rules know it.
import type { CartLine } from '#app/core/stamps/free-in-cart.ts';
import type { FunctionConfig } from '#app/core/stamps/discount-config.ts';
import type { FunctionInput, InputLine } from './function-input.ts';
import { priceSteps, shopMinor } from './price.ts';

/** Custom items, tips among them, are left out: no card counts them. */
export function cartLines(input: FunctionInput, config: FunctionConfig): CartLine[] {
  const asksPrices = config.cards.some(({ maxPriceMinor }) => maxPriceMinor !== null);
  return input.cart.lines.flatMap((line) => {
    const cartLine = ordinaryLine(line, config.bundles);
    if (!cartLine) return [];
    if (!asksPrices) return [cartLine];
    const { amount } = line.cost.each;
    return [{ ...cartLine, priceMinor: shopMinor(amount, input.presentmentCurrencyRate, config.exponent) }];
  });
}

function ordinaryLine(line: InputLine, bundles: readonly string[]): CartLine | null {
  const { product } = line.item;
  if (!product) return null;
  const productId = numericId(product.id);
  const price = priceSteps(line.cost.each.amount);
  return {
    lineId: line.id,
    quantity: line.units,
    unit: {
      hasVariant: true,
      productId,
      unitPriceAboveZero: price > 0,
      giftCard: product.gift,
      tip: false,
      bundleComponent: bundles.includes(productId),
    },
    groups: {
      collections: product.in.flatMap((one) => (one.is ? [numericId(one.id)] : [])),
      tags: product.tags.flatMap((one) => (one.is ? [one.tag] : [])),
    },
    price,
    priceMinor: 0,
    subscription: line.plan != null,
  };
}

const numericId = (gid: string) => gid.slice(gid.lastIndexOf('/') + 1);
