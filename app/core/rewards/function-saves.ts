// What a reward's discount takes off a cart where the second function gives it: the definition that the function
// (extensions/loyalty-vouchers) says once more. app/decisions/079 says why.
import { shoppersMoney } from '../values/shoppers-money.ts';
import type { FunctionCart, FunctionLine, Saving } from './function-kinds/function-cart.ts';
import { functionKind } from './function-kinds/function-kinds.ts';
import type { VoucherConfig } from './voucher-config.ts';

/** Null: nothing. */
export function functionSaves(config: VoucherConfig, cart: FunctionCart): Saving | null {
  const { gives, exponent, minimumMinor } = config;
  const inShoppers = (minor: number) => shoppersMoney(minor, exponent, cart.rate, cart.decimals);
  const minimum = minimumMinor === null ? 0 : inShoppers(minimumMinor);
  if (minimum === null) return null;
  const lines = cart.lines.filter((line) => mayLower(config, line));
  const excluded = cart.lines.filter((line) => !lines.includes(line));
  return functionKind(gives).saves({ gives, cart, lines, excluded, minimum, inShoppers });
}

function mayLower({ never: neverIds }: VoucherConfig, line: FunctionLine): boolean {
  const { giftCard, subscription, never, productId } = line;
  return !giftCard && !subscription && !never && (productId === null || !neverIds.includes(productId));
}
