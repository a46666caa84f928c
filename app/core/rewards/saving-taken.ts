// What a saving takes off each line of the cart, in minor units of the shopper's currency.
import { percentOf } from './function-kinds/capped-percent.ts';
import type { FunctionLine, Off, OffOrder, OffProducts, Saving } from './function-kinds/function-cart.ts';

type PricedLine = Pick<FunctionLine, 'lineId' | 'price' | 'quantity'> & {
  /** What discounts on products took off it before. */
  readonly lowered: number;
};

const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);

/** Whole minor units in proportion, which add up to the amount, and none more than its line. */
export function sharedOut(amount: number, weights: readonly number[]): number[] {
  const total = sumOf(weights);
  const wanted = BigInt(Math.min(amount, total));
  let before = 0n;
  let gone = 0n;
  return weights.map((weight) => {
    before += BigInt(weight);
    const until = total === 0 ? 0n : (wanted * before) / BigInt(total);
    const share = until - gone;
    gone = until;
    return Number(share);
  });
}

function offEach(off: Off, weights: readonly number[]): number[] {
  return 'percent' in off
    ? weights.map((weight) => percentOf(weight, off.percent))
    : sharedOut(off.minor, weights);
}

function fromProducts({ off, lines: targets }: OffProducts, lines: readonly PricedLine[]): number[] {
  const quantities = new Map(targets.map(({ lineId, quantity }) => [lineId, quantity]));
  return offEach(
    off,
    lines.map(({ lineId, price }) => price * (quantities.get(lineId) ?? 0)),
  );
}

/** `counted`: whether a least subtotal counts before or after discounts on products; Shopify's pages don't say. */
function fromOrder(
  { tries, excluded }: OffOrder,
  lines: readonly PricedLine[],
  counted: 'before' | 'after',
): number[] {
  const left = lines.map(({ lineId, price, quantity, lowered }) =>
    excluded.includes(lineId)
      ? { whole: 0, open: 0 }
      : { whole: price * quantity, open: price * quantity - lowered },
  );
  const subtotal = sumOf(left.map(({ whole, open }) => (counted === 'before' ? whole : open)));
  const met = tries.find(({ least }) => least <= subtotal);
  const open = left.map((line) => line.open);
  return met ? offEach(met.off, open) : open.map(() => 0);
}

/** In the lines' order. */
export function savingTaken(
  saving: Saving | null,
  lines: readonly PricedLine[],
  counted: 'before' | 'after' = 'after',
): number[] {
  if (!saving) return lines.map(() => 0);
  return saving.on === 'products' ? fromProducts(saving, lines) : fromOrder(saving, lines, counted);
}
