// The free units of a cart: how many there are, and in which lines, the cheapest first.
import { CardUnits } from './card-units';

/** Stamps are signed: what is owed is repaid first. As `freeUnits` of app/core/stamps/free-units.ts. */
export function freeUnits(stamps: i64, size: i64, counted: CardUnits): i64 {
  const both = stamps + counted.units;
  return both <= 0 || size <= 0 ? 0 : min(counted.mayBeFree, both / (size + 1));
}

/** While the program is paused: as `readyUnits` there. */
export function readyUnits(stamps: i64, size: i64, counted: CardUnits): i64 {
  return stamps <= 0 || size <= 0 ? 0 : min(counted.mayBeFree, stamps / size);
}

/** The lines by price; those of one price keep the cart's order. Merged, because a cart may be long. */
export function byPrice(counted: CardUnits): StaticArray<i32> {
  const count = counted.lines;
  let order = new StaticArray<i32>(count);
  let other = new StaticArray<i32>(count);
  for (let index = 0; index < count; index++) unchecked((order[index] = index));
  for (let width = 1; width < count; width *= 2) {
    for (let from = 0; from < count; from += 2 * width)
      merge(counted.prices, order, other, from, min(from + width, count), min(from + 2 * width, count));
    const merged = other;
    other = order;
    order = merged;
  }
  return order;
}

function merge(
  prices: StaticArray<f64>,
  from: StaticArray<i32>,
  to: StaticArray<i32>,
  start: i32,
  middle: i32,
  end: i32,
): void {
  let left = start;
  let right = middle;
  for (let at = start; at < end; at++) {
    const fromLeft =
      left < middle && (right >= end || unchecked(prices[from[left]]) <= unchecked(prices[from[right]]));
    unchecked((to[at] = fromLeft ? from[left++] : from[right++]));
  }
}
