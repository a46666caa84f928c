// Money of the shop in the currency that a shopper pays in. Shopify tells the rate as a decimal: digit by digit, no floats.

const DECIMAL = /^(\d{1,12})(?:\.(\d+))?$/;

/**
 * Minor units of the shopper's currency, half up. Null where the rate is none, and for more than any money is.
 * @param exponent decimals of the shop's currency
 * @param rate what one of the shop's currency is in the shopper's
 * @param decimals of the shopper's currency
 */
export function shoppersMoney(
  minor: number,
  exponent: number,
  rate: string,
  decimals: number,
): number | null {
  const [, whole, fraction = ''] = DECIMAL.exec(rate) ?? [];
  const digits = whole === undefined ? 0n : BigInt(whole + fraction);
  if (digits === 0n) return null;
  const doubled = 2n * BigInt(minor) * digits * 10n ** BigInt(decimals);
  const unit = 10n ** BigInt(exponent + fraction.length);
  const rounded = Number((doubled + unit) / (2n * unit));
  return Number.isSafeInteger(rounded) ? rounded : null;
}
