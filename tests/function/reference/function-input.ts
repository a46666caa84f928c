// The input from Shopify to the function: the answer to input.graphql. Amounts are decimals in the shopper's currency.
import type { FunctionConfig } from '#app/core/stamps/discount-config.ts';
import type { HeldStamps } from '#app/core/stamps/free-in-cart.ts';

/** Customer metafield `$app.stamps`, as `StampsProjection` of app/core/storefront/projection.ts. */
export type Stamps = { v: 1; cards: HeldStamps; blocked: boolean; until?: string };

export type InputProduct = {
  id: string;
  gift: boolean;
  in: { id: string; is: boolean }[];
  tags: { tag: string; is: boolean }[];
};

export type InputLine = {
  id: string;
  units: number;
  cost: { each: { amount: string } };
  /** Null or absent: no subscription. Shopify's types leave both open. */
  plan?: { of: { recurringDeliveries: boolean } } | null;
  /** A custom item has no product. */
  item: { product?: InputProduct };
};

export type FunctionInput = {
  cart: {
    buyerIdentity: {
      isAuthenticated: boolean;
      customer: { stamps: { jsonValue: Stamps } | null } | null;
    } | null;
    retailLocation: { id: string } | null;
    lines: InputLine[];
  };
  discount: {
    discountClasses: ('PRODUCT' | 'ORDER' | 'SHIPPING')[];
    config: { jsonValue: FunctionConfig } | null;
  };
  shop: { localTime: { date: string } };
  localization: { language: { isoCode: string } };
  presentmentCurrencyRate: string;
};
