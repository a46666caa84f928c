// "Points for every full step of what is kept, after discounts, rounded down once": decision 031 has the goodwill.
import type { Order, OrderLine, Refund } from '#tests/local-shopify/shop/types.ts';
import type { Rules } from './rules.ts';

const part = (amount: number, of: number, all: number): number =>
  all === 0 ? 0 : Number((BigInt(amount) * BigInt(of)) / BigInt(all));

const net = (line: OrderLine): number =>
  line.unitPriceMinor * line.quantity -
  line.allocations.reduce((sum, { amountMinor }) => sum + amountMinor, 0);

const kept = (line: OrderLine): number => part(net(line), line.currentQuantity, line.quantity);

const sum = (amounts: readonly number[]): number => amounts.reduce((total, one) => total + one, 0);

function keptShipping({ shippingLine }: Order): number {
  if (!shippingLine) return 0;
  const { priceMinor, allocations, refundedMinor } = shippingLine;
  return priceMinor - sum(allocations.map(({ amountMinor }) => amountMinor)) - refundedMinor;
}

function moneyOf(order: Order, kinds: readonly string[], refundId?: string): number {
  const done = order.transactions.filter(({ kind, status }) => status === 'success' && kinds.includes(kind));
  return sum(
    done.filter((one) => refundId === undefined || one.refundId === refundId).map((one) => one.amountMinor),
  );
}

/** What a refund names: its units at the price that the order's line gives them, and shipping. */
function named(order: Order, refund: Refund): number {
  const goods = refund.lines.map(({ lineId, quantity }) => {
    const line = order.lines.find(({ id }) => id === lineId);
    return line ? part(net(line), quantity, line.quantity) : 0;
  });
  return sum(goods) + sum(refund.shipping.map(({ subtotalMinor }) => subtotalMinor));
}

/**
 * Given beside less due back. A minor unit a line is no gift. The histories give money as a favour only where goods went
 * back for their money, so nothing is paid in goods here.
 */
function goodwill(order: Order, keptTotal: number): number {
  const withMoney = order.refunds.map((refund) => ({ refund, money: moneyOf(order, ['refund'], refund.id) }));
  const beside = withMoney.map(({ refund, money }) => money - named(order, refund) - refund.lines.length);
  const given = sum(beside.filter((one) => one > 0));
  if (given === 0) return 0;
  const paidBack = sum(withMoney.filter(({ money }) => money > 0).map(({ refund }) => named(order, refund)));
  const dueBack = Math.max(0, moneyOf(order, ['sale', 'capture']) - keptTotal - paidBack);
  return Math.max(0, given - dueBack);
}

/** As if it were paid. */
export function pointsOf(order: Order, { earn, counts }: Rules): number {
  const earning = order.lines.filter((line) => {
    if (line.giftCard && !counts.giftCards) return false;
    return line.kind !== 'tip' || counts.tips;
  });
  const shipping = counts.shipping ? keptShipping(order) : 0;
  const base = sum(earning.map(kept)) + shipping;
  const total = sum(order.lines.map(kept)) + keptShipping(order);
  const favour = goodwill(order, total);
  const left = favour === 0 ? base : part(base, Math.max(0, total - favour), total);
  return Number(BigInt(left) / BigInt(earn.perMinor)) * earn.points;
}
