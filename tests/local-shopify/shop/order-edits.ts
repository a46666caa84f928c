// Changes to an order that was placed: other quantities, further lines, another customer.
import type { Ids } from './ids.ts';
import type { LocalShop } from './local-shop.ts';
import { newLines, taxLinesOf } from './order-placing.ts';
import { refuseCancelled } from './order-payments.ts';
import { allocated, lineValue, netMinor, statusOf, withTax } from './order-totals.ts';
import { Refused } from './refused.ts';
import { lineOf, takeBack } from './take-back.ts';
import type { Wanted } from './take-back.ts';
import type { DiscountAllocation, EditRequest, Order, OrderLine, Refund } from './types.ts';

const worth = (order: Order, line: OrderLine): number =>
  withTax(lineValue(line, line.currentQuantity), order.taxesIncluded);

function addUnits(order: Order, shop: LocalShop, line: OrderLine, units: number): void {
  const before = worth(order, line);
  line.quantity += units;
  line.currentQuantity += units;
  line.taxLines = taxLinesOf(shop.setup, netMinor(line), line.taxable);
  order.dueMinor += worth(order, line) - before;
}

/** A line that an edit adds bears none of the order's discounts. */
function addLine(order: Order, shop: LocalShop, line: OrderLine): void {
  line.taxLines = taxLinesOf(shop.setup, netMinor(line), line.taxable);
  order.lines.push(line);
  order.dueMinor += worth(order, line);
}

/** Raises quantities at once; what is to be removed is returned. */
function setQuantities(order: Order, shop: LocalShop, wanted: Wanted[]): Wanted[] {
  const removed: Wanted[] = [];
  for (const { lineId, quantity } of wanted) {
    const line = lineOf(order, lineId);
    if (!Number.isInteger(quantity) || quantity < 0) throw new Refused('a quantity is a whole number from 0');
    const change = quantity - line.currentQuantity;
    if (change > 0) addUnits(order, shop, line, change);
    if (change < 0) removed.push({ lineId, quantity: -change });
  }
  return removed;
}

/** Returns the refund without money that removed units leave behind, if any. Throws Refused. */
export function edit(
  order: Order,
  shop: LocalShop,
  request: EditRequest,
  ids: Ids,
  at: string,
): Refund | null {
  refuseCancelled(order);
  const removed = setQuantities(order, shop, request.lines);
  const bought = { lines: request.added ?? [], customItems: request.customItems ?? [] };
  for (const line of newLines(shop, ids, bought)) addLine(order, shop, line);
  const back = { lines: removed, shippingMinor: 0, customMinor: 0, note: null, withMoney: false };
  const made = removed.length > 0 ? takeBack(order, back, 'no_restock', ids, at) : null;
  order.edited = true;
  order.financialStatus = statusOf(order);
  if (made === null || shop.unsettled.editLeavesRefund) return made;
  order.refunds.pop();
  return null;
}

/** Its place among the order's discounts is free for those behind it. */
function withoutApplication(allocations: DiscountAllocation[], gone: number): DiscountAllocation[] {
  return allocations
    .filter(({ application }) => application !== gone)
    .map((one) => (one.application > gone ? { ...one, application: one.application - 1 } : one));
}

/** As an app that edits orders does: the code goes, and what it took off is outstanding. Throws Refused. */
export function takeCodeOff(order: Order, shop: LocalShop, code: string): void {
  refuseCancelled(order);
  const place = order.discounts.findIndex(({ type, title }) => type === 'discount_code' && title === code);
  if (place === -1 || order.refunds.length > 0) throw new Refused(`${code} can't be taken off ${order.name}`);
  const { shippingLine } = order;
  if (shippingLine) {
    const before = allocated(shippingLine.allocations);
    shippingLine.allocations = withoutApplication(shippingLine.allocations, place);
    const dearer = before - allocated(shippingLine.allocations);
    const net = shippingLine.priceMinor - allocated(shippingLine.allocations);
    shippingLine.taxLines = taxLinesOf(shop.setup, net, true);
    order.dueMinor += dearer;
  }
  for (const line of order.lines) {
    const before = worth(order, line);
    line.allocations = withoutApplication(line.allocations, place);
    line.taxLines = taxLinesOf(shop.setup, netMinor(line), line.taxable);
    order.dueMinor += worth(order, line) - before;
  }
  order.discounts.splice(place, 1);
  order.edited = true;
  order.financialStatus = statusOf(order);
}

/** Null makes it a guest's. Throws Refused for a customer that doesn't exist, or whose it is already. */
export function moveTo(order: Order, shop: LocalShop, customerId: string | null): void {
  if (customerId !== null && !shop.customers.has(customerId)) {
    throw new Refused(`${shop.domain} has no customer ${customerId}`);
  }
  if (customerId === order.customerId) throw new Refused(`order ${order.name} is theirs already`);
  order.customerId = customerId;
}
