// The input from Shopify to the second function: the answer to its input.graphql. Amounts are decimals in the shopper's currency.
import type { VoucherConfig } from '#app/core/rewards/voucher-config.ts';

export type VoucherLine = {
  id: string;
  units: number;
  cost: { each: { amount: string } };
  plan?: { of: { recurringDeliveries: boolean } } | null;
  /** A custom item has no product. */
  item: { product?: { id: string; gift: boolean; in: boolean; never: boolean } };
};

/** `$app.vouchers` of a customer, as the app writes it. */
export type Vouchers = { v: 1; codes: Record<string, number> };

export type VoucherInput = {
  cart: {
    buyerIdentity?: { customer?: { vouchers?: { jsonValue: Vouchers } | null } | null } | null;
    cost: { all: { currency: string } };
    lines: VoucherLine[];
  };
  code?: string | null;
  discount: {
    discountClasses: ('PRODUCT' | 'ORDER' | 'SHIPPING')[];
    config?: { jsonValue: VoucherConfig } | null;
  };
  localization: { language: { isoCode: string } };
  presentmentCurrencyRate: string;
};
