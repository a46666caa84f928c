// Discounts of an order: the applications, and what they gave to a line.
import type {
  DiscountAllocation,
  DiscountApplication,
  Order,
  OrderLine,
} from '#tests/local-shopify/shop/types.ts';
import { allocationMoneySet, moneySet, shopMoney } from './money-view.ts';

const TYPES: Record<DiscountApplication['type'], string> = {
  automatic: 'AutomaticDiscountApplication',
  discount_code: 'DiscountCodeApplication',
  manual: 'ManualDiscountApplication',
  script: 'ScriptDiscountApplication',
};

function valueView(order: Order, { value }: DiscountApplication) {
  if (value.kind === 'amount') return shopMoney(order, value.amountMinor);
  const percentage = value.kind === 'percent' ? value.percentBp / 100 : 100;
  return { __typename: 'PricingPercentageValue', percentage };
}

export function discountApplicationView(order: Order, index: number) {
  const discount = order.discounts[index];
  if (!discount) throw new Error(`order ${order.name} has no discount ${index}`);
  return {
    __typename: TYPES[discount.type],
    index,
    title: discount.title,
    code: discount.title,
    allocationMethod: discount.value.kind === 'amount' ? 'ACROSS' : 'EACH',
    targetSelection: discount.selected || discount.value.kind === 'free_units' ? 'ENTITLED' : 'ALL',
    targetType: discount.target === 'shipping' ? 'SHIPPING_LINE' : 'LINE_ITEM',
    value: valueView(order, discount),
  };
}

export function lineAllocationView(order: Order, line: OrderLine, one: DiscountAllocation) {
  return {
    allocatedAmountSet: allocationMoneySet(order, line, one),
    discountApplication: discountApplicationView(order, one.application),
  };
}

export function shippingAllocationView(order: Order, one: DiscountAllocation) {
  return {
    allocatedAmountSet: moneySet(order, one.amountMinor),
    discountApplication: discountApplicationView(order, one.application),
  };
}
