// Spreads the discounts of an order over its lines, the way Shopify's allocations do.
import type { LineTake } from './cart.ts';
import { shopMinor, shownLineMinor } from './money.ts';
import type { Rated } from './money.ts';
import type { DiscountAllocation, DiscountApplication, DiscountRequest, OrderLine } from './types.ts';
import { allocated, sum } from './order-totals.ts';
import { spread } from './spread.ts';

export function applicationOf(request: DiscountRequest): DiscountApplication {
  return {
    type: request.type,
    title: request.title,
    value: request.value,
    target: request.target ?? 'lines',
    selected: [request.variantIds, request.onLines, request.takes].some((one) => one !== undefined),
  };
}

const openMinor = (line: OrderLine) => line.unitPriceMinor * line.quantity - allocated(line.allocations);

function discountable({ all, bought }: Lines, { variantIds, onLines }: DiscountRequest): OrderLine[] {
  const goods = all.filter((line) => line.kind !== 'tip' && !line.giftCard);
  if (onLines) {
    const wanted = onLines.flatMap((index) => bought[index]?.variantId ?? []);
    const plans = onLines.map((index) => bought[index]?.sellingPlan);
    // A line of which some units are free may be two by now.
    return goods.filter((line) =>
      wanted.some((id, at) => id === line.variantId && plans[at] === line.sellingPlan),
    );
  }
  if (!variantIds) return goods;
  const wanted = new Set(variantIds);
  return goods.filter((line) => line.variantId !== null && wanted.has(line.variantId));
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
type Lines = { all: OrderLine[]; bought: OrderLine[]; rated: Rated };

/** Writes the allocations of one discount on the lines it reaches. */
export function allocateToLines(lines: Lines, request: DiscountRequest, application: number): void {
  const { value } = request;
  if (request.takes) allocateTakes(lines.bought, request.takes, application);
  else if (value.kind === 'amount' && value.shownMinor !== undefined)
    allocateShown(lines, request, { application, shownMinor: value.shownMinor });
  else allocateAmounts(lines, request, application);
}

/** What was said in the shopper's currency is spread in it; each share is so much of the shop's, rounded. */
function allocateShown(
  lines: Lines,
  request: DiscountRequest,
  { application, shownMinor }: { application: number; shownMinor: number },
): void {
  const reached = discountable(lines, request);
  const open = reached.map((line) => openShown(lines.rated, line));
  spread(shownMinor, open).forEach((share, index) => {
    const line = reached[index];
    if (!line || share === 0) return;
    const left = openMinor(line);
    const amountMinor = share === open[index] ? left : Math.min(shopMinor(share, lines.rated), left);
    line.allocations.push({ application, amountMinor, shownMinor: share });
  });
}

function openShown(rated: Rated, { unitPriceMinor, quantity, allocations }: OrderLine): number {
  const off = allocations.map(
    ({ amountMinor, shownMinor }) => shownMinor ?? shownLineMinor(rated, unitPriceMinor, amountMinor),
  );
  return shownLineMinor(rated, unitPriceMinor, unitPriceMinor * quantity) - sum(off);
}

function allocateTakes(bought: OrderLine[], takes: readonly LineTake[], application: number): void {
  for (const { line: index, amountMinor, shownMinor } of takes) {
    const line = bought[index];
    if (!line || amountMinor > openMinor(line))
      throw new Error(`line ${index} can't be lowered by ${amountMinor}`);
    line.allocations.push({ application, amountMinor, ...(shownMinor !== undefined && { shownMinor }) });
  }
}

function allocateAmounts(lines: Lines, request: DiscountRequest, application: number): void {
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
