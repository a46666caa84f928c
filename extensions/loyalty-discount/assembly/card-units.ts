// The cart's units that the own card counts, and which of them may be the free one.
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
  ID,
  GIFT,
  ITEM,
  EACH,
  PLAN,
  PRODUCT,
  UNITS,
} from '../../function-parts/assembly/names';
import { Scratch } from '../../function-parts/assembly/scratch';
import { CardBook } from './card-book';
import { ProductCards } from './product-cards';

/** More than any currency has. */
const PRICE_DECIMALS = 4;

export class CardUnits {
  /** All that the card counts, and those of them that may be free. */
  units: i64 = 0;
  mayBeFree: i64 = 0;
  /** The lines of the latter: their places in the cart, units and prices. */
  lines: i32 = 0;
  places: StaticArray<i32>;
  quantities: StaticArray<i32>;
  prices: StaticArray<f64>;
  private book: CardBook;
  private cards: ProductCards;
  private ids: Scratch = new Scratch();
  private amounts: Scratch = new Scratch();

  constructor(
    lines: u64,
    book: CardBook,
    private ceiling: Ceiling,
  ) {
    const count = elementsOf(lines);
    this.places = new StaticArray<i32>(count);
    this.quantities = new StaticArray<i32>(count);
    this.prices = new StaticArray<f64>(count);
    this.book = book;
    this.cards = new ProductCards(book);
  }

  count(lines: u64): void {
    const count = elementsOf(lines);
    for (let place = 0; place < count; place++) this.read(elementAt(lines, place), place);
  }

  private read(line: u64, place: i32): void {
    const quantity = <i32>numberOf(property(line, UNITS));
    const amount = this.amounts.read(property(property(property(line, COST), EACH), AMOUNT));
    const price = <f64>priceIn(amount, PRICE_DECIMALS);
    const subscription = !isNull(property(line, PLAN));
    if (price <= 0 || !this.counts(property(line, ITEM))) return;
    this.units += quantity;
    if (subscription || !this.ceiling.allows(amount)) return;
    this.mayBeFree += quantity;
    const at = this.lines++;
    unchecked((this.places[at] = place));
    unchecked((this.quantities[at] = quantity));
    unchecked((this.prices[at] = price));
  }

  /** Whether the own card is the first in the program's order that includes the product: no unit counts twice. */
  private counts(item: u64): bool {
    const product = property(item, PRODUCT);
    if (isNull(product)) return false;
    const id = numericId(this.ids.read(property(product, ID)));
    const named = this.book.ofProduct(id);
    if (this.book.isBundle(named) || isTrue(property(product, GIFT))) return false;
    const cards = this.cards.of(product, named);
    // The lowest bit is the first card.
    return cards != 0 && (cards & (0 - cards)) == this.book.own;
  }
}
