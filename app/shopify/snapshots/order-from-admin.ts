// Reduces an order read from the Admin API to the same bytes as its webhook payload would give.
import type {
  DiscountApplicationType,
  MoneyPair,
  OrderLine,
  OrderRefund,
  OrderSnapshot,
} from '#app/core/snapshots/order-snapshot.ts';
import type { AdminMoneySet, AdminOrder, AdminOrderLine, AdminRefund } from './admin-order.ts';
import {
  addPairs,
  digits,
  financialStatus,
  finishSnapshot,
  pairIn,
  sumPairs,
  utcSecond,
} from './snapshot-parts.ts';

const APPLICATION_TYPES: Readonly<Record<string, DiscountApplicationType>> = {
  AutomaticDiscountApplication: 'automatic',
  DiscountCodeApplication: 'discount_code',
  ManualDiscountApplication: 'manual',
  ScriptDiscountApplication: 'script',
};

type Pair = (set: AdminMoneySet) => MoneyPair;

const idOrNull = (node: { id: string } | null): string | null => (node ? digits(node.id) : null);

function reduceLine(line: AdminOrderLine, pair: Pair): OrderLine {
  return {
    lineId: digits(line.id),
    productId: idOrNull(line.product),
    variantId: idOrNull(line.variant),
    quantity: line.quantity,
    currentQuantity: line.currentQuantity,
    // The line's total, never the unit price: that one is rounded.
    gross: pair(line.originalTotalSet),
    discounts: line.discountAllocations.map(({ allocatedAmountSet, discountApplication }) => ({
      application: discountApplication.index,
      amount: pair(allocatedAmountSet),
    })),
    taxMinor: sumPairs(line.taxLines.map(({ priceSet }) => pair(priceSet)))[0],
    giftCard: line.isGiftCard,
    tip: false,
    bundleGroup: idOrNull(line.lineItemGroup),
  };
}

function reduceRefund(refund: AdminRefund, taxesIncluded: boolean, pair: Pair): OrderRefund {
  const withTax = (amount: AdminMoneySet, tax: AdminMoneySet): MoneyPair =>
    taxesIncluded ? pair(amount) : addPairs(pair(amount), pair(tax));
  const sum = (pairs: MoneyPair[]) => sumPairs(pairs)[1];
  const given = refund.transactions.nodes.filter(
    ({ kind, status }) => kind === 'REFUND' && status === 'SUCCESS',
  );
  return {
    refundId: digits(refund.id),
    linesMinor: sum(refund.refundLineItems.nodes.map((line) => withTax(line.subtotalSet, line.totalTaxSet))),
    shippingMinor: sum(
      refund.refundShippingLines.nodes.map((line) => withTax(line.subtotalAmountSet, line.taxAmountSet)),
    ),
    moneyMinor: sum(given.map((transaction) => pair(transaction.amountSet))),
  };
}

/** `lines` and `refunds` are complete: all pages of them. Throws UnreadableOrder. */
export function snapshotFromAdmin(
  order: Omit<AdminOrder, 'lineItems' | 'refunds'>,
  lines: readonly AdminOrderLine[],
  refunds: readonly AdminRefund[],
): OrderSnapshot {
  const { currencyCode: currency, presentmentCurrencyCode: presentmentCurrency } = order;
  const inMinor = pairIn({ currency, presentmentCurrency });
  const pair: Pair = ({ shopMoney, presentmentMoney }) => inMinor(shopMoney, presentmentMoney);
  return finishSnapshot({
    orderId: digits(order.id),
    name: order.name,
    customerId: idOrNull(order.customer),
    processedAt: utcSecond(order.processedAt),
    updatedAt: utcSecond(order.updatedAt),
    cancelledAt: order.cancelledAt ? utcSecond(order.cancelledAt) : null,
    status: financialStatus(order.displayFinancialStatus),
    test: order.test,
    source: order.sourceName,
    tags: order.tags,
    taxesIncluded: order.taxesIncluded,
    currency,
    presentmentCurrency,
    lines: lines.map((line) => reduceLine(line, pair)),
    shipping: pair(order.currentShippingPriceSet),
    tax: pair(order.currentTotalTaxSet),
    tipMinor: pair(order.totalTipReceivedSet)[0],
    discounts: order.discountApplications.nodes
      .toSorted((a, b) => a.index - b.index)
      .map(({ __typename, title, code }) => ({
        type: APPLICATION_TYPES[__typename] ?? 'manual',
        title: code ?? title ?? '',
      })),
    refunds: refunds.map((refund) => reduceRefund(refund, order.taxesIncluded, pair)),
  });
}
