// Reduces an order read from the Admin API to the same bytes as its webhook payload would give.
import type {
  DiscountApplicationType,
  LineDiscount,
  MoneyPair,
  OrderLine,
  OrderRefund,
} from '#app/core/snapshots/order-snapshot.ts';
import type { AdminAllocation, AdminOrder, AdminOrderLine } from './admin-order.ts';
import type { AdminMoneySet } from './admin-parts.ts';
import type { AdminRefund } from './admin-refund.ts';
import { givenBack } from './given-back.ts';
import {
  addPairs,
  digits,
  financialStatus,
  finishSnapshot,
  fulfillmentStatus,
  chargeOf,
  mergedUnits,
  pairIn,
  sumPairs,
  timesPair,
  utcSecond,
  type WholeSnapshot,
} from './snapshot-parts.ts';

const APPLICATION_TYPES: Readonly<Record<string, DiscountApplicationType>> = {
  AutomaticDiscountApplication: 'automatic',
  DiscountCodeApplication: 'discount_code',
  ManualDiscountApplication: 'manual',
  ScriptDiscountApplication: 'script',
};

type Pair = (set: AdminMoneySet) => MoneyPair;

const idOrNull = (node: { id: string } | null): string | null => (node ? digits(node.id) : null);

function reduceDiscounts(allocations: readonly AdminAllocation[], pair: Pair): LineDiscount[] {
  return allocations.map(({ allocatedAmountSet, discountApplication }) => ({
    application: discountApplication.index,
    amount: pair(allocatedAmountSet),
  }));
}

function reduceLine(line: AdminOrderLine, pair: Pair): OrderLine {
  const [taxMinor, taxPaidMinor] = sumPairs(line.taxLines.map(({ priceSet }) => pair(priceSet)));
  return {
    lineId: digits(line.id),
    productId: idOrNull(line.product),
    variantId: idOrNull(line.variant),
    quantity: line.quantity,
    currentQuantity: line.currentQuantity,
    // Webhooks tell the unit's price and not the line's total: one may be rounded where the other isn't.
    gross: timesPair(pair(line.originalUnitPriceSet), line.quantity),
    discounts: reduceDiscounts(line.discountAllocations, pair),
    taxMinor,
    taxPaidMinor,
    giftCard: line.isGiftCard,
    // The Admin API doesn't say.
    tip: false,
    requiresShipping: line.requiresShipping,
    bundleGroup: idOrNull(line.lineItemGroup),
  };
}

type Reading = { pair: Pair; order: AdminOrder; lines: readonly OrderLine[] };

function reduceRefund(refund: AdminRefund, { pair, order, lines }: Reading): OrderRefund {
  const { currencyCode: currency, presentmentCurrencyCode: presentmentCurrency, taxesIncluded } = order;
  const withTax = (amount: AdminMoneySet, tax: AdminMoneySet): MoneyPair =>
    taxesIncluded ? pair(amount) : addPairs(pair(amount), pair(tax));
  const shipping = refund.refundShippingLines.nodes.map((line) =>
    withTax(line.subtotalAmountSet, line.taxAmountSet),
  );
  const given = refund.transactions.nodes
    .filter(({ kind, status }) => kind === 'REFUND' && status === 'SUCCESS')
    .map(({ amountSet, amountRoundingSet, gateway }) => ({
      amountMinor: pair(amountSet)[1],
      roundingMinor: amountRoundingSet && pair(amountRoundingSet)[1],
      currency: presentmentCurrency,
      gateway,
    }));
  const units = refund.refundLineItems.nodes.map(({ lineItem, quantity }) => ({
    lineId: digits(lineItem.id),
    quantity,
  }));
  return {
    refundId: digits(refund.id),
    shippingMinor: sumPairs(shipping)[1],
    ...givenBack(given, { currency, presentmentCurrency, lines }),
    units: mergedUnits(units),
    dutiesMinor: dutiesOf(refund, pair)[1],
  };
}

function dutiesOf(refund: AdminRefund, pair: Pair): MoneyPair {
  return sumPairs((refund.duties ?? []).map(({ amountSet }) => pair(amountSet)));
}

type OfMoney = Pick<
  WholeSnapshot,
  'total' | 'outstandingMinor' | 'refunds' | 'duties' | 'fees' | 'cashRounding'
>;

function moneyOf(refunds: readonly AdminRefund[], reading: Reading): OfMoney {
  const { pair, order } = reading;
  const orNull = (set: AdminMoneySet | null) => set && pair(set);
  return {
    total: pair(order.currentTotalPriceSet),
    outstandingMinor: pair(order.totalOutstandingSet)[0],
    refunds: refunds.map((refund) => reduceRefund(refund, reading)),
    duties: chargeOf(
      orNull(order.originalTotalDutiesSet),
      orNull(order.currentTotalDutiesSet),
      sumPairs(refunds.map((refund) => dutiesOf(refund, pair))),
    ),
    // The Admin API's refunds name no fees.
    fees: chargeOf(
      orNull(order.originalTotalAdditionalFeesSet),
      orNull(order.currentTotalAdditionalFeesSet),
      [0, 0],
    ),
    cashRounding: {
      paid: pair(order.totalCashRoundingAdjustment.paymentSet),
      refunded: pair(order.totalCashRoundingAdjustment.refundSet),
    },
  };
}

type WithLines = Pick<
  WholeSnapshot,
  'lines' | 'shippingLines' | 'discounts' | 'shipping' | 'tax' | 'tipMinor'
>;

function linesOf(order: AdminOrder, pair: Pair): WithLines {
  return {
    lines: order.lineItems.nodes.map((line) => reduceLine(line, pair)),
    shippingLines: order.shippingLines.nodes.map((line) => ({
      gross: pair(line.originalPriceSet),
      discounts: reduceDiscounts(line.discountAllocations, pair),
    })),
    shipping: pair(order.currentShippingPriceSet),
    tax: pair(order.currentTotalTaxSet),
    tipMinor: pair(order.totalTipReceivedSet)[0],
    discounts: order.discountApplications.nodes
      .toSorted((a, b) => a.index - b.index)
      .map(({ __typename, title, code }) => ({
        type: APPLICATION_TYPES[__typename] ?? 'manual',
        title: code ?? title ?? '',
      })),
  };
}

/** `order` and `refunds` are complete: all pages of their lists. Throws UnreadableOrder. */
export function snapshotFromAdmin(order: AdminOrder, refunds: readonly AdminRefund[]): WholeSnapshot {
  const { currencyCode: currency, presentmentCurrencyCode: presentmentCurrency } = order;
  const inMinor = pairIn({ currency, presentmentCurrency });
  const pair: Pair = ({ shopMoney, presentmentMoney }) => inMinor(shopMoney, presentmentMoney);
  const ofLines = linesOf(order, pair);
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
    ...ofLines,
    ...moneyOf(refunds, { pair, order, lines: ofLines.lines }),
    fulfillmentStatus: fulfillmentStatus(order.displayFulfillmentStatus),
    fulfillments: order.fulfillments.map(({ createdAt, status }) => ({
      createdAt: utcSecond(createdAt),
      status: status.toLowerCase(),
    })),
  });
}
