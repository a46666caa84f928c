// The cart as the core's rule knows it, read from the function's input.
import type { FunctionCart, FunctionLine } from '#app/core/rewards/function-kinds/function-cart.ts';
import { currencyExponent } from '#app/core/values/money.ts';
import { priceIn, shopMinor } from '../reference/price.ts';
import type { VoucherInput, VoucherLine } from './voucher-input.ts';

const numericId = (gid: string) => gid.slice(gid.lastIndexOf('/') + 1);
const isRecord = (value: unknown): value is Record<string, number> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** @param exponent decimals of the shop's currency */
export function voucherCart(input: VoucherInput, exponent: number): FunctionCart {
  const { cart, presentmentCurrencyRate: rate, code = null } = input;
  const decimals = currencyExponent(cart.cost.all.currency);
  const codes: unknown = cart.buyerIdentity?.customer?.vouchers?.jsonValue?.codes;
  return {
    lines: cart.lines.map((line) => cartLine(line, { rate, decimals, exponent })),
    rate,
    decimals,
    code,
    amounts: isRecord(codes) ? codes : {},
  };
}

type Money = { rate: string; decimals: number; exponent: number };

function cartLine(line: VoucherLine, { rate, decimals, exponent }: Money): FunctionLine {
  const { product } = line.item;
  const { amount } = line.cost.each;
  return {
    lineId: line.id,
    quantity: line.units,
    productId: product ? numericId(product.id) : null,
    price: priceIn(amount, decimals),
    shopPrice: shopMinor(amount, rate, exponent),
    giftCard: product?.gift ?? false,
    subscription: line.plan != null,
    chosen: product?.in ?? false,
    never: product?.never ?? false,
  };
}
