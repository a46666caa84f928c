// What every kind of reward is told: the cart, and the reward's own rules.
import { Ceiling } from '../../function-parts/assembly/ceiling';
import { hasClass, titleOf } from '../../function-parts/assembly/discount';
import { get, isNull, numberOf, Text } from '../../function-parts/assembly/host';
import { CartLines } from './cart-lines';
import { Money } from './money';
import { NamedProducts } from './named-products';

export class Voucher {
  gives: u64;
  money: Money;
  /** Least subtotal; 0: any, −1: the rate is none. */
  minimum: i64;

  constructor(
    public input: u64,
    private config: u64,
  ) {
    this.gives = get(config, 'gives');
    this.money = new Money(input, config);
    const minor = get(config, 'minimumMinor');
    this.minimum = isNull(minor) ? 0 : this.money.inShoppers(<i64>numberOf(minor));
  }

  isOf(discountClass: string): bool {
    return hasClass(get(this.input, 'discount'), discountClass);
  }

  /** `ceiling` in minor units of the shop's currency, of one unit; null: none. */
  linesOf(productIds: u64, ceiling: u64): CartLines {
    const lines = get(get(this.input, 'cart'), 'lines');
    const capped = new Ceiling(ceiling, this.money.rate, this.money.exponent);
    const products = new NamedProducts(productIds, this.config);
    return new CartLines(lines, products, capped, this.money.decimals);
  }

  title(): Text {
    return titleOf(this.input, this.config);
  }
}
