// Amounts as people type and read them, in the order's own currency.
import { decimal, exponentOf } from '#tests/local-shopify/shop/money.ts';

export function shown(minor: number, currency: string): string {
  return `${decimal(minor, currency)} ${currency}`;
}

/** `4.90` → 490; empty is 0; null for anything that is no amount of this currency. */
export function typedMinor(text: string, currency: string): number | null {
  if (text === '') return 0;
  const exponent = exponentOf(currency);
  const match = /^(\d{1,9})(?:[.,](\d+))?$/.exec(text);
  const decimals = match?.[2] ?? '';
  if (!match?.[1] || decimals.length > exponent) return null;
  return Number(match[1] + decimals.padEnd(exponent, '0'));
}
