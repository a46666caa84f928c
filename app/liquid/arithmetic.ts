// Shopify divides integers as integers, rounding down, as Ruby does; liquidjs alone would say 300 / 250 = 1.2.
import type { Liquid } from 'liquidjs';

/**
 * @throws {TypeError} what Shopify prints as an error: no number, or a division by 0.
 */
function divide(dividend: unknown, divisor: unknown): number {
  const [a, b] = [toNumber(dividend), toNumber(divisor)];
  if (b === 0) throw new TypeError('divided by 0');
  return Number.isInteger(a) && Number.isInteger(b) ? Math.floor(a / b) : a / b;
}

/** The rest bears the divisor's sign, so that -1 modulo 5 is 4. */
function modulo(dividend: unknown, divisor: unknown): number {
  const [a, b] = [toNumber(dividend), toNumber(divisor)];
  if (b === 0) throw new TypeError('divided by 0');
  return a - b * Math.floor(a / b);
}

/** Text that is no number counts as 0, as at Shopify. */
function toNumber(value: unknown): number {
  const number = typeof value === 'string' ? Number.parseFloat(value) : Number(value ?? 0);
  return Number.isNaN(number) ? 0 : number;
}

export function registerArithmetic(liquid: Liquid): void {
  liquid.registerFilter('divided_by', divide);
  liquid.registerFilter('modulo', modulo);
}
