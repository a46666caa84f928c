// What discounts of the whole order take off a cart, once those of products are taken: each by the first of its choices whose
// least subtotal the cart reaches, or by the one that takes most.
import type { LineTake } from './cart.ts';
import type { OrderChoice, OrderOffer } from './offers.ts';
import { sum } from './order-totals.ts';
import type { DiscountRequest } from './types.ts';

export type LinePrices = {
  /** Of the cart's lines in their order: price × quantity, 0 for what takes no discount. */
  worth: readonly number[];
  /** What so much of a line is in the shopper's currency, in its minor units. */
  shown: (line: number, minor: number) => number;
  /** Of every line, also of what takes no discount: in the shopper's currency. */
  subtotal: readonly number[];
  /** Whether a least subtotal is of the order before its products' discounts are taken off. */
  least: 'before' | 'after';
};

export function offOrder(
  offers: readonly OrderOffer[],
  prices: LinePrices,
  taken: readonly LineTake[],
): { requests: DiscountRequest[]; takenMinor: number } {
  const open = [...prices.worth];
  for (const { line, amountMinor } of taken) open[line] = (open[line] ?? 0) - amountMinor;
  const subtotal = prices.least === 'before' ? [...prices.subtotal] : subtotalAfter(prices, taken);
  const requests: DiscountRequest[] = [];
  let takenMinor = 0;
  for (const { type, choices, takes } of offers) {
    const may = choices.filter((choice) => reachesLeast(choice, subtotal));
    const choice = takes === 'first' ? may[0] : [...may].sort((a, b) => off(b, open) - off(a, open))[0];
    if (!choice) continue;
    takenMinor += lower(open, choice);
    const { least: _, ...request } = choice;
    requests.push({ type, ...request });
  }
  return { requests, takenMinor };
}

function subtotalAfter({ subtotal, shown }: LinePrices, taken: readonly LineTake[]): number[] {
  const left = [...subtotal];
  for (const { line, amountMinor, shownMinor } of taken) {
    left[line] = (left[line] ?? 0) - (shownMinor ?? shown(line, amountMinor));
  }
  return left;
}

function reachesLeast({ least }: OrderChoice, subtotal: readonly number[]): boolean {
  if (least === null) return true;
  return sum(subtotal.filter((_, line) => !least.without.includes(line))) >= least.shownMinor;
}

const reaches = ({ onLines }: OrderChoice, line: number): boolean => onLines?.includes(line) ?? true;

function off(choice: OrderChoice, open: readonly number[]): number {
  const left = sum(open.filter((_, line) => reaches(choice, line)));
  const { value } = choice;
  if (value.kind === 'percent') return Math.round((left * value.percentBp) / 10_000);
  return value.kind === 'amount' ? Math.min(left, value.amountMinor) : 0;
}

/** What the next one finds. Returns what was taken. */
function lower(open: number[], choice: OrderChoice): number {
  const wanted = off(choice, open);
  let left = wanted;
  open.forEach((minor, line) => {
    if (!reaches(choice, line)) return;
    const part = Math.min(minor, left);
    open[line] = minor - part;
    left -= part;
  });
  return wanted;
}
