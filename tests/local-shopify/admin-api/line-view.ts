// An order line, and the order's shipping.
import { allocated, netMinor } from '#tests/local-shopify/shop/order-totals.ts';
import type { Order, OrderLine, ShippingLine } from '#tests/local-shopify/shop/types.ts';
import type { AdminContext } from './context.ts';
import { lineAllocationView, shippingAllocationView } from './discount-view.ts';
import { gid } from './global-ids.ts';
import { lineMoneySet, moneySet, taxLineView } from './money-view.ts';
import { productView, variantView } from './product-view.ts';

function groupView(line: OrderLine) {
  if (line.groupId === null) return null;
  return {
    id: gid('LineItemGroup', line.groupId),
    title: line.title,
    quantity: line.quantity,
    customAttributes: [],
  };
}

/** Null once the product is gone from the catalogue. */
function productOf(context: AdminContext, line: OrderLine) {
  const product = line.productId === null ? null : context.shop.product(line.productId);
  return product ? productView(context, product) : null;
}

function variantOf(context: AdminContext, line: OrderLine) {
  const found = line.variantId === null ? null : context.shop.variant(line.variantId);
  return found ? variantView(context, found.product, found.variant) : null;
}

export function lineView(context: AdminContext, order: Order, line: OrderLine) {
  const suffix = line.variantTitle ? ` - ${line.variantTitle}` : '';
  return {
    __typename: 'LineItem',
    id: gid('LineItem', line.id),
    title: line.title,
    variantTitle: line.variantTitle,
    name: `${line.title}${suffix}`,
    sku: line.sku,
    vendor: line.vendor,
    quantity: line.quantity,
    currentQuantity: line.currentQuantity,
    refundableQuantity: line.currentQuantity,
    isGiftCard: line.giftCard,
    taxable: line.taxable,
    requiresShipping: line.requiresShipping,
    customAttributes: [],
    duties: [],
    product: () => productOf(context, line),
    variant: () => variantOf(context, line),
    lineItemGroup: () => groupView(line),
    sellingPlan: line.sellingPlan
      ? { name: line.sellingPlan.name, sellingPlanId: gid('SellingPlan', line.sellingPlan.id) }
      : null,
    originalUnitPriceSet: () => lineMoneySet(order, line, line.unitPriceMinor),
    originalTotalSet: () => lineMoneySet(order, line, line.unitPriceMinor * line.quantity),
    discountedTotalSet: () => lineMoneySet(order, line, netMinor(line)),
    totalDiscountSet: () => lineMoneySet(order, line, allocated(line.allocations)),
    discountAllocations: () => line.allocations.map((one) => lineAllocationView(order, line, one)),
    taxLines: () => line.taxLines.map((tax) => taxLineView(order, tax)),
  };
}

export function shippingLineView(order: Order, line: ShippingLine) {
  const discounted = line.priceMinor - allocated(line.allocations);
  return {
    id: gid('ShippingLine', line.id),
    title: line.title,
    code: line.title,
    source: 'shopify',
    custom: false,
    isRemoved: false,
    originalPriceSet: () => moneySet(order, line.priceMinor),
    discountedPriceSet: () => moneySet(order, discounted),
    currentDiscountedPriceSet: () => moneySet(order, discounted - line.refundedMinor),
    discountAllocations: () => line.allocations.map((one) => shippingAllocationView(order, one)),
    taxLines: () => line.taxLines.map((tax) => taxLineView(order, tax)),
  };
}
