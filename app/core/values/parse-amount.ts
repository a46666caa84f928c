// Money as people type it, in the currency's major unit: "12,50" and "12.50" are the same.
import { currencyExponent, minorUnits, MOST_MINOR } from './money.ts';

export type AmountProblem = 'required' | 'notANumber' | 'tooSmall' | 'tooLarge' | 'tooPrecise';

/** `minor` means nothing while there is a problem. */
export function parseAmount(
  typed: string,
  currency: string,
): { minor: number; problem: AmountProblem | null } {
  const plain = typed.trim().replace(',', '.');
  const minor = minorUnits(plain, currency);
  return { minor: minor ?? 0, problem: amountProblem(plain, minor, currency) };
}

function amountProblem(plain: string, minor: number | null, currency: string): AmountProblem | null {
  const fraction = /\.(\d+)$/.exec(plain)?.[1] ?? '';
  if (plain === '') return 'required';
  if (/^\d{16,}$/.test(plain)) return 'tooLarge';
  if (!/^-?\d+(\.\d+)?$/.test(plain)) return 'notANumber';
  if (/[1-9]/.test(fraction.slice(currencyExponent(currency)))) return 'tooPrecise';
  if (minor === null) return 'tooLarge';
  if (minor < 1) return 'tooSmall';
  return minor > MOST_MINOR ? 'tooLarge' : null;
}
