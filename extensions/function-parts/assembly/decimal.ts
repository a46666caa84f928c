// Decimals as Shopify tells them: read digit by digit, multiplied as on paper, so that nothing is rounded by the way.
import { Text } from './host';

const DOT: u32 = 46;
const MOST_WHOLE = 12;
/** More than a product of what any rate and any money of a rule have. */
const ROOM = 20;

export const digit = (text: Text, index: i32): u32 => text.byte(index) - 48;

/** Where a decimal's whole part ends; −1 for what is none. A decimal has up to 12 digits, and a point only before more. */
export function wholeDigits(text: Text): i32 {
  let whole = 0;
  while (whole < text.length && digit(text, whole) < 10) whole++;
  if (whole == 0 || whole > MOST_WHOLE) return -1;
  if (whole == text.length) return whole;
  if (text.byte(whole) != DOT || whole + 1 == text.length) return -1;
  for (let index = whole + 1; index < text.length; index++) if (digit(text, index) > 9) return -1;
  return whole;
}

/** A price as an integer of 10^-decimals, what is below cut. What is no price is 0. */
export function priceIn(text: Text, decimals: i32): i64 {
  const whole = wholeDigits(text);
  if (whole < 0) return 0;
  let price: i64 = 0;
  for (let index = 0; index < whole; index++) price = price * 10 + digit(text, index);
  for (let place = 1; place <= decimals; place++) {
    const index = whole + place;
    price = price * 10 + (index < text.length ? <i64>digit(text, index) : 0);
  }
  return price;
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

  at(index: i32): u32 {
    return index >= 0 && index < this.digits.length ? unchecked(this.digits[index]) : 0;
  }
}

/** Minor units of the shop's currency, in the shopper's at a rate. Null where the rate is none, or 0. */
export function timesRate(minor: u64, rate: Text, exponent: i32): Digits | null {
  const whole = wholeDigits(rate);
  if (whole < 0) return null;
  const decimals = whole == rate.length ? 0 : rate.length - whole - 1;
  const size = whole + decimals + ROOM;
  const product = new StaticArray<u8>(size);
  let carry: u64 = 0;
  let zero = true;
  // From the last digit to the first; the carry stays below 2^64, since money of a rule has at most 16 digits.
  for (let place = size - 1, index = rate.length - 1; place >= 0; place--, index--) {
    if (index == whole) index--;
    const factor: u64 = index >= 0 ? <u64>digit(rate, index) : 0;
    if (factor != 0) zero = false;
    carry += factor * minor;
    unchecked((product[place] = <u8>(carry % 10)));
    carry /= 10;
  }
  return zero ? null : new Digits(product, size - decimals - exponent);
}
