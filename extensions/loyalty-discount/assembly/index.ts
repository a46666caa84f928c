// The sixth free, in the cart: reads the member's stamps and the cart, and takes this card's free units off it.
// Shopify runs it for each card's discount, on every change of every cart; runs know nothing of each other.
// AssemblyScript, and the rule of app/core/stamps/free-in-cart.ts once more: app/decisions/030 says why.
import {
  answerNothing,
  closeProductsOff,
  openProductsOff,
  writePercentage,
} from '../../function-parts/assembly/answer';
import { Ceiling } from '../../function-parts/assembly/ceiling';
import { hasClass, jsonOf, titleOf } from '../../function-parts/assembly/discount';
import {
  elementAt,
  get,
  getAt,
  inputRoot,
  isNull,
  isTrue,
  numberOf,
  Text,
  textOf,
} from '../../function-parts/assembly/host';
import { learnNames } from '../../function-parts/assembly/names';
import { Targets } from '../../function-parts/assembly/targets';
import { CardBook, isAfter } from './card-book';
import { CardUnits } from './card-units';
import { byPrice, freeUnits, readyUnits } from './cheapest';
import { learnTagNames } from './tag-names';

export function run(): void {
  learnNames();
  learnTagNames();
  const input = inputRoot();
  const discount = get(input, 'discount');
  const config = jsonOf(get(discount, 'config'));
  const customer = knownCustomer(get(input, 'cart'));
  if (isNull(config) || isNull(customer) || !hasClass(discount, 'PRODUCT')) return answerNothing();
  const stamps = jsonOf(get(customer, 'stamps'));
  if (isTrue(get(stamps, 'blocked'))) return answerNothing();
  const day = textOf(get(get(get(input, 'shop'), 'localTime'), 'date'));
  const book = new CardBook(config, day);
  if (book.own == 0) return answerNothing();
  const lines = get(get(input, 'cart'), 'lines');
  const counted = new CardUnits(lines, book, ceilingOf(input, config, book));
  counted.count(lines);
  const held = heldStamps(stamps, book, day);
  const size = cardSize(stamps, book);
  const paused = isTrue(get(config, 'paused'));
  const free = paused ? readyUnits(held, size, counted) : freeUnits(held, size, counted);
  const targets = freeOf(lines, counted, free);
  if (targets === null) return answerNothing();
  openProductsOff(titleOf(input, config), targets);
  writePercentage(100);
  closeProductsOff();
}

function ceilingOf(input: u64, config: u64, book: CardBook): Ceiling {
  const rate = textOf(get(input, 'presentmentCurrencyRate'));
  return new Ceiling(get(book.ownCard, 'maxPriceMinor'), rate, <i32>numberOf(get(config, 'exponent')));
}

/**
 * The customer whose stamps this cart may use; null for a guest: an address typed at checkout names a customer without
 * proving it. At a till the staff know whom they serve.
 */
function knownCustomer(cart: u64): u64 {
  const buyer = get(cart, 'buyerIdentity');
  const customer = get(buyer, 'customer');
  if (isNull(customer)) return customer;
  const known = isTrue(get(buyer, 'isAuthenticated'));
  const till = get(cart, 'retailLocation');
  return known || !isNull(till) ? customer : till;
}

/** `[stamps, size]` of the running card; null of a member who has none yet. */
function heldOf(stamps: u64, book: CardBook): u64 {
  const cards = get(stamps, 'cards');
  return isNull(cards) ? cards : getAt(cards, textOf(get(book.ownCard, 'key')));
}

/** As `heldOnDay` of app/core/stamps: after the day that the stamps were told for, only what is owed counts. */
function heldStamps(stamps: u64, book: CardBook, day: Text): i64 {
  const held = heldOf(stamps, book);
  if (isNull(held)) return 0;
  const count = <i64>numberOf(elementAt(held, 0));
  const until = get(stamps, 'until');
  return !isNull(until) && isAfter(day, textOf(until)) ? min<i64>(0, count) : count;
}

/** A running card keeps its size. */
function cardSize(stamps: u64, book: CardBook): i64 {
  const held = heldOf(stamps, book);
  return <i64>numberOf(isNull(held) ? get(book.ownCard, 'size') : elementAt(held, 1));
}

function freeOf(lines: u64, counted: CardUnits, free: i64): Targets | null {
  if (free <= 0) return null;
  const targets = new Targets();
  const order = byPrice(counted);
  let left = free;
  for (let index = 0; index < order.length && left > 0; index++) {
    const at = order[index];
    const quantity = counted.quantities[at];
    if (!targets.add(lines, counted.places[at], <i32>min<i64>(quantity, left))) break;
    left -= quantity;
  }
  return targets;
}
