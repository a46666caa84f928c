// Amounts and numbers as people type and read them; amounts in the order's own currency.
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

/** A whole number from 0 to `most`; empty is 0; null for anything else. */
export function typedCount(text: string, most: number): number | null {
  if (text === '') return 0;
  return /^\d{1,6}$/.test(text) && Number(text) <= most ? Number(text) : null;
}

/** An instant for people: `2026-11-21 09:30`, in UTC. */
export function shownTime(instant: string): string {
  return instant.slice(0, 16).replace('T', ' ');
}
