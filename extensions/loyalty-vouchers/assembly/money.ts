// Money in minor units of the shopper's currency, what the shop's is in it, and how Shopify reads it.
import { timesRate } from '../../function-parts/assembly/decimal';
import { get, isNumber, numberOf, Text, textOf } from '../../function-parts/assembly/host';
import { decimalsOf } from './currency';

/** A sum beyond it is as good as it; as `MOST_SUM` of app/core/rewards/function-kinds/function-cart.ts. */
export const MOST_SUM: i64 = 9_007_199_254_740_991;
const LONGEST: i32 = 24;

export class Money {
  rate: Text;
  exponent: i32;
  decimals: i32;

  constructor(input: u64, config: u64) {
    const exponent = get(config, 'exponent');
    this.exponent = <i32>numberOf(exponent);
    this.rate = textOf(get(input, 'presentmentCurrencyRate'));
    // A hundredfold is given by mistake where nobody knows what a minor unit is: then there is no rate.
    if (!isNumber(exponent) || !isDecimals(numberOf(exponent))) this.rate.length = 0;
    this.decimals = decimalsOf(textOf(get(get(get(get(input, 'cart'), 'cost'), 'all'), 'currency')));
  }

  /** Half up, as `shoppersMoney` of app/core/values. −1 where the rate is none, and for more than any money is. */
  inShoppers(minor: i64): i64 {
    const product = timesRate(<u64>minor, this.rate, this.exponent);
    if (product === null) return -1;
    const end = product.whole + this.decimals;
    let money: i64 = 0;
    for (let index = product.leading; index < end; index++) {
      money = money * 10 + product.at(index);
      if (money > MOST_SUM) return -1;
    }
    if (product.at(end) >= 5) money++;
    return money > MOST_SUM ? -1 : money;
  }

  /** `1250` in euro is `12.50`. */
  text(money: i64): Text {
    const text = new Text(heap.alloc(<usize>LONGEST), 0);
    let at = LONGEST;
    let rest = money;
    for (let place = 0; place <= this.decimals || rest > 0; place++) {
      if (place == this.decimals && place > 0) store<u8>(text.at + <usize>--at, 46);
      store<u8>(text.at + <usize>--at, <u8>(48 + (rest % 10)));
      rest /= 10;
    }
    text.at += <usize>at;
    text.length = LONGEST - at;
    return text;
  }
}

const isDecimals = (exponent: f64): bool =>
  exponent >= 0 && exponent <= 3 && exponent == Math.floor(exponent);

/** Half up. */
export function percentOf(money: i64, percent: i64): i64 {
  return (money * percent + 50) / 100;
}

/** The least sum of which the percentage is that much. */
export function wholeOf(money: i64, percent: i64): i64 {
  return min(MOST_SUM, (money * 100 + percent - 1) / percent);
}
