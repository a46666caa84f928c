// Money as the Admin API shows it.
import { allocationBag, bag, lineBag } from '#tests/local-shopify/shop/money.ts';
import type { Money, MoneyBag } from '#tests/local-shopify/shop/money.ts';
import type { DiscountAllocation, Order, OrderLine, TaxLine } from '#tests/local-shopify/shop/types.ts';

const moneyV2 = (money: Money) => ({
  __typename: 'MoneyV2',
  amount: money.amount,
  currencyCode: money.currency,
});

function bagView(money: MoneyBag) {
  return { shopMoney: moneyV2(money.shop), presentmentMoney: moneyV2(money.presentment) };
}

export const moneySet = (order: Order, minor: number) => bagView(bag(order, minor));

export const lineMoneySet = (order: Order, line: OrderLine, minor: number) =>
  bagView(lineBag(order, line, minor));

export const allocationMoneySet = (order: Order, line: OrderLine, one: DiscountAllocation) =>
  bagView(allocationBag(order, line, one));

/** `MoneyV2` of the shop. */
export function shopMoney(order: Order, minor: number) {
  return moneyV2(bag(order, minor).shop);
}

export function taxLineView(order: Order, line: TaxLine) {
  return {
    title: line.title,
    rate: line.rateBp / 10_000,
    ratePercentage: line.rateBp / 100,
    channelLiable: false,
    priceSet: moneySet(order, line.amountMinor),
  };
}
