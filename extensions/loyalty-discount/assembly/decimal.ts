// Prices as Shopify tells them, decimals in the shopper's currency: read digit by digit, compared without rounding.
import { Text } from './host';

const DOT: u32 = 46;
const MOST_WHOLE = 12;
/** More than any currency has. */
const PRICE_DECIMALS = 4;

const digit = (text: Text, index: i32): u32 => text.byte(index) - 48;

/** Where a decimal's whole part ends; −1 for what is none. A decimal has up to 12 digits, and a point only before more. */
function wholeDigits(text: Text): i32 {
  let whole = 0;
  while (whole < text.length && digit(text, whole) < 10) whole++;
  if (whole == 0 || whole > MOST_WHOLE) return -1;
  if (whole == text.length) return whole;
  if (text.byte(whole) != DOT || whole + 1 == text.length) return -1;
  for (let index = whole + 1; index < text.length; index++) if (digit(text, index) > 9) return -1;
  return whole;
}

/** A price as an integer of 10^-4: to compare prices of one cart. What is no price is 0. */
export function priceSteps(text: Text): f64 {
  const whole = wholeDigits(text);
  if (whole < 0) return 0;
  let steps: i64 = 0;
  for (let index = 0; index < whole; index++) steps = steps * 10 + digit(text, index);
  for (let place = 1; place <= PRICE_DECIMALS; place++) {
    const index = whole + place;
    steps = steps * 10 + (index < text.length ? <i64>digit(text, index) : 0);
  }
  return <f64>steps;
}

/** A decimal's digits without a point, the most significant first, and how many of them are whole. */
export class Digits {
  constructor(
    public digits: StaticArray<u8>,
    public whole: i32,
  ) {
    while (this.leading < digits.length && unchecked(digits[this.leading]) == 0) this.leading++;
  }
  /** Zeros before the first digit that counts. */
  leading: i32 = 0;
}

/**
 * The first price, in the shopper's currency, that is dearer than a ceiling in minor units of the shop's: one minor unit
 * above it, times the rate. A price is cut down to minor units, so the ceiling's own last fraction is not dearer.
 * Null where the rate is none, or 0: then every price is dearer.
 */
export function firstAbove(ceiling: f64, rate: Text, exponent: i32): Digits | null {
  const whole = wholeDigits(rate);
  if (whole < 0) return null;
  const decimals = whole == rate.length ? 0 : rate.length - whole - 1;
  const size = whole + decimals + 20;
  const product = new StaticArray<u8>(size);
  let carry: u64 = 0;
  let zero = true;
  const times = <u64>ceiling + 1;
  // From the last digit to the first, as on paper; the carry stays below 2^64, since a ceiling has at most 16 digits.
  for (let place = size - 1, index = rate.length - 1; place >= 0; place--, index--) {
    if (index == whole) index--;
    const factor: u64 = index >= 0 ? <u64>digit(rate, index) : 0;
    if (factor != 0) zero = false;
    carry += factor * times;
    unchecked((product[place] = <u8>(carry % 10)));
    carry /= 10;
  }
  return zero ? null : new Digits(product, size - decimals - exponent);
}

/** Whether a price lies below a bound. */
export function isBelow(price: Text, bound: Digits): bool {
  const whole = wholeDigits(price);
  if (whole < 0) return false;
  const digits = bound.digits;
  // Place 0 is the unit's digit; places above it are whole, those below it fractions.
  const top = max(whole, bound.whole - bound.leading) - 1;
  const last = min(whole == price.length ? 0 : whole + 1 - price.length, bound.whole - digits.length);
  for (let place = top; place >= last; place--) {
    const at = bound.whole - 1 - place;
    const theirs: u32 = at >= 0 && at < digits.length ? unchecked(digits[at]) : 0;
    const ours = priceDigit(price, whole, place);
    if (ours != theirs) return ours < theirs;
  }
  return false;
}

function priceDigit(price: Text, whole: i32, place: i32): u32 {
  const index = place >= 0 ? whole - 1 - place : whole - place;
  return index >= 0 && index < price.length ? digit(price, index) : 0;
}
