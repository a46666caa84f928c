// The cart's lines: those that a reward may lower, which of them the reward names, and those that none lowers: gift cards,
// subscriptions, and what the program never takes off.
import { Ceiling } from '../../function-parts/assembly/ceiling';
import { priceIn } from '../../function-parts/assembly/decimal';
import { numericId } from '../../function-parts/assembly/gid';
import {
  elementAt,
  elementsOf,
  isNull,
  isTrue,
  numberOf,
  property,
} from '../../function-parts/assembly/host';
import {
  AMOUNT,
  COST,
  EACH,
  GIFT,
  ID,
  IN,
  ITEM,
  PLAN,
  PRODUCT,
  UNITS,
} from '../../function-parts/assembly/names';
import { Scratch } from '../../function-parts/assembly/scratch';
import { Targets } from '../../function-parts/assembly/targets';
import { MOST_SUM, percentOf } from './money';
import { NEVER } from './names';
import { NamedProducts } from './named-products';

export class CartLines {
  /** Of all that a reward may lower, and of what the reward names. */
  subtotal: i64 = 0;
  namedSubtotal: i64 = 0;
  /** Places in the cart. */
  excluded: Array<i32> = [];
  /** Lines that the reward names: their places, units and prices of one. */
  private named: i32 = 0;
  private places: StaticArray<i32>;
  private quantities: StaticArray<i32>;
  private prices: StaticArray<i64>;
  private ids: Scratch = new Scratch();
  private amounts: Scratch = new Scratch();

  constructor(
    public lines: u64,
    private products: NamedProducts,
    private ceiling: Ceiling,
    private decimals: i32,
  ) {
    const count = elementsOf(lines);
    this.places = new StaticArray<i32>(count);
    this.quantities = new StaticArray<i32>(count);
    this.prices = new StaticArray<i64>(count);
    for (let place = 0; place < count; place++) this.read(elementAt(lines, place), place);
  }

  private read(line: u64, place: i32): void {
    const product = property(property(line, ITEM), PRODUCT);
    const custom = isNull(product);
    const mask = custom ? 0 : this.products.maskOf(numericId(this.ids.read(property(product, ID))));
    const never = this.products.isNever(mask) || isTrue(property(product, NEVER));
    if (never || isTrue(property(product, GIFT)) || !isNull(property(line, PLAN))) {
      this.excluded.push(place);
      return;
    }
    const amount = this.amounts.read(property(property(property(line, COST), EACH), AMOUNT));
    const price = priceIn(amount, this.decimals);
    const quantity = max(0, <i32>numberOf(property(line, UNITS)));
    const whole = ofUnits(price, quantity);
    this.subtotal = min(this.subtotal + whole, MOST_SUM);
    if (custom || whole == 0) return;
    if (!this.products.isNamed(mask) && !isTrue(property(product, IN))) return;
    if (!this.ceiling.allows(amount)) return;
    this.namedSubtotal = min(this.namedSubtotal + whole, MOST_SUM);
    const at = this.named++;
    unchecked((this.places[at] = place));
    unchecked((this.quantities[at] = quantity));
    unchecked((this.prices[at] = price));
  }

  /** The cheapest named line, of one price the cart's first; −1 where none is named. */
  cheapest(): i32 {
    let cheapest = -1;
    for (let at = 0; at < this.named; at++)
      if (cheapest < 0 || unchecked(this.prices[at]) < unchecked(this.prices[cheapest])) cheapest = at;
    return cheapest;
  }

  priceAt(at: i32): i64 {
    return this.prices[at];
  }

  oneOf(at: i32): Targets {
    const targets = new Targets();
    targets.add(this.lines, this.places[at], 1);
    return targets;
  }

  /** What the percentage takes off the named lines, each rounded by itself. */
  percentOfNamed(percent: i64): i64 {
    let off: i64 = 0;
    for (let at = 0; at < this.named; at++)
      off += percentOf(ofUnits(unchecked(this.prices[at]), unchecked(this.quantities[at])), percent);
    return off;
  }

  allNamed(): Targets {
    const targets = new Targets();
    for (let at = 0; at < this.named; at++)
      if (!targets.add(this.lines, this.places[at], this.quantities[at])) break;
    return targets;
  }
}

function ofUnits(price: i64, quantity: i32): i64 {
  return <f64>price * <f64>quantity > <f64>MOST_SUM ? MOST_SUM : price * quantity;
}
