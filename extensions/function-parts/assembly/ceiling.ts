// "Up to 20.00": a price in the shopper's currency is held against a ceiling in the shop's, without rounding.
import { digit, Digits, timesRate, wholeDigits } from './decimal';
import { isNull, numberOf, Text } from './host';

export class Ceiling {
  private capped: bool;
  /**
   * The first price that is dearer: one minor unit above the ceiling, times the rate. A price is cut down to minor units, so
   * the ceiling's own last fraction is not dearer. Null where the rate is none, or 0: then every price is dearer.
   */
  private dearer: Digits | null = null;

  /** `rate` is what one of the shop's currency is in the shopper's. No ceiling: null. */
  constructor(minor: u64, rate: Text, exponent: i32) {
    this.capped = !isNull(minor);
    if (this.capped) this.dearer = timesRate(<u64>numberOf(minor) + 1, rate, exponent);
  }

  allows(price: Text): bool {
    if (!this.capped) return true;
    const dearer = this.dearer;
    return dearer !== null && isBelow(price, dearer);
  }
}

function isBelow(price: Text, bound: Digits): bool {
  const whole = wholeDigits(price);
  if (whole < 0) return false;
  // Place 0 is the unit's digit; places above it are whole, those below it fractions.
  const top = max(whole, bound.whole - bound.leading) - 1;
  const last = min(whole == price.length ? 0 : whole + 1 - price.length, bound.whole - bound.digits.length);
  for (let place = top; place >= last; place--) {
    const theirs = bound.at(bound.whole - 1 - place);
    const ours = priceDigit(price, whole, place);
    if (ours != theirs) return ours < theirs;
  }
  return false;
}

function priceDigit(price: Text, whole: i32, place: i32): u32 {
  const index = place >= 0 ? whole - 1 - place : whole - place;
  return index >= 0 && index < price.length ? digit(price, index) : 0;
}
