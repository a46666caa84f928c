// "As much as you like": each code takes off what its owner chose, which stands in that customer's `$app.vouchers`; of another
// customer, and of a guest, nothing.
import { MOST_MINOR, mulDivCeil } from '../../values/money.ts';
import { MOST_SUM, subtotalOf, type FunctionCart } from './function-cart.ts';
import type { FunctionKind } from './function-kind.ts';

type AnyAmount = {
  readonly kind: 'any-amount';
  /** Of the order, at most. */
  readonly sharePercent: number;
};

/** A code's case means nothing to Shopify. */
const inCapitals = (code: string): string => code.replaceAll(/[a-z]/g, (letter) => letter.toUpperCase());

/** In the shop's currency; 0: none. */
function amountOf({ code, amounts }: FunctionCart): number {
  const key = inCapitals(code ?? '');
  const amount = Object.hasOwn(amounts, key) ? amounts[key] : 0;
  return Number.isInteger(amount) && amount !== undefined && amount > 0 && amount <= MOST_MINOR ? amount : 0;
}

export const anyAmount: FunctionKind<AnyAmount> = {
  kind: 'any-amount',
  discountClass: () => 'ORDER',
  config: ({ kind, sharePercent }) => ({ kind, sharePercent }),
  collectionIds: () => [],
  saves: ({ gives: { sharePercent }, cart, lines, excluded, minimum, inShoppers }) => {
    const minor = inShoppers(amountOf(cart));
    if (!minor || subtotalOf(lines) === 0) return null;
    const share = sharePercent < 100 ? Math.min(mulDivCeil(minor, 100, sharePercent), MOST_SUM) : 0;
    return {
      on: 'order',
      tries: [{ off: { minor }, least: Math.max(share, minimum) }],
      excluded: excluded.map(({ lineId }) => lineId),
    };
  },
};
