import { currencyExponent } from './money.ts';

/** `1250` EUR → `12.50`: digits and a point, which every browser's field takes. */
export function amountText(minor: number, currency: string): string {
  const exponent = currencyExponent(currency);
  const digits = String(minor).padStart(exponent + 1, '0');
  return exponent === 0 ? digits : `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}
