// "Worth 50.00 or less": programs whose rewards are all small are outside the regimes of Québec and Ontario.
import { currencyExponent } from '../../values/money.ts';
import { kindOf } from '../kinds/kind-of.ts';
import type { Reward } from '../reward-rules.ts';

const SMALL_CAD = 50;

/** Whether it may be worth more: what has no ceiling may. Only Canadian dollars can tell. */
export function mayExceedSmall({ gives }: Pick<Reward, 'gives'>, currency: string): boolean {
  const minor = kindOf(gives).most(gives);
  if (minor === null) return true;
  const small = smallMinor(currency);
  return small !== null && minor > small;
}

/** Null in a currency that can't tell. */
export function smallMinor(currency: string): number | null {
  return currency === 'CAD' ? SMALL_CAD * 10 ** currencyExponent(currency) : null;
}
