// Spreads the discounts of an order over its lines, the way Shopify's allocations do.
import type { LineTake } from './cart.ts';
import type { DiscountAllocation, DiscountApplication, DiscountRequest, OrderLine } from './types.ts';
import { allocated } from './order-totals.ts';

export function applicationOf(request: DiscountRequest): DiscountApplication {
  return {
    type: request.type,
    title: request.title,
    value: request.value,
    target: request.target ?? 'lines',
    selected: request.variantIds !== undefined || request.takes !== undefined,
  };
}

const openMinor = (line: OrderLine) => line.unitPriceMinor * line.quantity - allocated(line.allocations);

function discountable(lines: OrderLine[], request: DiscountRequest): OrderLine[] {
  const goods = lines.filter((line) => line.kind !== 'tip' && !line.giftCard);
  if (!request.variantIds) return goods;
  const wanted = new Set(request.variantIds);
  return goods.filter((line) => line.variantId !== null && wanted.has(line.variantId));
}

/** Shares that add up to the amount exactly: what rounding leaves goes to the last line. */
function spread(amountMinor: number, weights: number[]): number[] {
  const total = weights.reduce((all, weight) => all + weight, 0);
  if (total === 0) return weights.map(() => 0);
  const wanted = Math.min(amountMinor, total);
  const cut = weights.map((weight) => Math.floor((wanted * weight) / total));
  const rest = wanted - cut.reduce((all, part) => all + part, 0);
  return cut.map((part, index) => (index === cut.length - 1 ? part + rest : part));
}

function freeUnits(lines: OrderLine[], units: number): number[] {
  let left = units;
  const amounts = new Map<OrderLine, number>();
  for (const line of [...lines].sort((a, b) => a.unitPriceMinor - b.unitPriceMinor)) {
    const free = Math.min(left, line.quantity);
    amounts.set(line, free * line.unitPriceMinor);
    left -= free;
  }
  return lines.map((line) => amounts.get(line) ?? 0);
}

function amountsOf(lines: OrderLine[], request: DiscountRequest): number[] {
  const { value } = request;
  switch (value.kind) {
    case 'percent':
      return lines.map((line) => Math.round((openMinor(line) * value.percentBp) / 10_000));
    case 'amount':
      return spread(value.amountMinor, lines.map(openMinor));
    case 'free_units':
      return freeUnits(lines, value.units);
  }
}

/** `bought`: the lines of the order's request, in its order. */
type Lines = { all: OrderLine[]; bought: OrderLine[] };

/** Writes the allocations of one discount on the lines it reaches. */
export function allocateToLines(lines: Lines, request: DiscountRequest, application: number): void {
  if (request.takes) allocateTakes(lines.bought, request.takes, application);
  else allocateAmounts(lines.all, request, application);
}

function allocateTakes(bought: OrderLine[], takes: readonly LineTake[], application: number): void {
  for (const { line: index, amountMinor } of takes) {
    const line = bought[index];
    if (!line || amountMinor > openMinor(line))
      throw new Error(`line ${index} can't be lowered by ${amountMinor}`);
    line.allocations.push({ application, amountMinor });
  }
}

function allocateAmounts(lines: OrderLine[], request: DiscountRequest, application: number): void {
  const reached = discountable(lines, request);
  const amounts = amountsOf(reached, request);
  reached.forEach((line, index) => {
    const amountMinor = Math.min(amounts[index] ?? 0, openMinor(line));
    if (amountMinor > 0) line.allocations.push({ application, amountMinor });
  });
}

export function shippingAllocations(priceMinor: number, requests: DiscountRequest[]): DiscountAllocation[] {
  const allocations: DiscountAllocation[] = [];
  requests.forEach((request, application) => {
    if (request.target !== 'shipping') return;
    const open = priceMinor - allocated(allocations);
    const { value } = request;
    const wanted =
      value.kind === 'amount'
        ? value.amountMinor
        : value.kind === 'percent'
          ? Math.round((open * value.percentBp) / 10_000)
          : 0;
    if (wanted > 0) allocations.push({ application, amountMinor: Math.min(wanted, open) });
  });
  return allocations;
}
