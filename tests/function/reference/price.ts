// Shopify tells prices as decimals in the shopper's currency, a ceiling is set in the shop's: digit by digit, no floats.

const DECIMAL = /^(\d{1,12})(?:\.(\d+))?$/;

type Decimal = { digits: string; decimals: number };

function decimalOf(text: string): Decimal | null {
  const match = DECIMAL.exec(text);
  if (!match) return null;
  const [, whole = '0', fraction = ''] = match;
  return { digits: whole + fraction, decimals: fraction.length };
}

/** More than any currency has. */
const PRICE_DECIMALS = 4;

/** A price as an integer of 10^-decimals, what is below cut. `"14.5"` is 1450 with two; what is no price is 0. */
export function priceIn(amount: string, decimals: number): number {
  const match = DECIMAL.exec(amount);
  if (!match) return 0;
  const [, whole = '0', fraction = ''] = match;
  return Number(whole + fraction.padEnd(decimals, '0').slice(0, decimals));
}

/** To compare prices of one cart. */
export const priceSteps = (amount: string): number => priceIn(amount, PRICE_DECIMALS);

/** As Shopify reads money: `1250` with two decimals is `12.50`. */
export function decimalText(minor: number, decimals: number): string {
  const digits = String(minor).padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/**
 * The price in minor units of the shop's currency, cut down: what rounding to the shopper's currency added doesn't lift
 * a unit above a ceiling. `rate` is what one of the shop's currency is in the shopper's. Infinity where the rate is none.
 */
export function shopMinor(amount: string, rate: string, exponent: number): number {
  const price = decimalOf(amount);
  const per = decimalOf(rate);
  const divisor = BigInt(per?.digits ?? 0);
  if (!price || !per || divisor === 0n) return Infinity;
  const dividend = BigInt(price.digits) * 10n ** BigInt(exponent + per.decimals);
  return Number(dividend / (divisor * 10n ** BigInt(price.decimals)));
}
