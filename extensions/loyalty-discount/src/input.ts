// The input from Shopify to the function: the answer to input.graphql. Amounts are decimals in the shopper's currency.
import type { FunctionConfig } from '../../../app/core/stamps/discount-config.ts';
import type { HeldStamps } from '../../../app/core/stamps/free-in-cart.ts';

/** Customer metafield `$app.stamps`, as `StampsProjection` of app/core/storefront/projection.ts. */
export type Stamps = { v: 1; cards: HeldStamps; blocked: boolean; until?: string };

export type InputProduct = {
  id: string;
  isGiftCard: boolean;
  inCollections: { collectionId: string; isMember: boolean }[];
  hasTags: { tag: string; hasTag: boolean }[];
};

export type InputLine = {
  id: string;
  quantity: number;
  cost: { amountPerQuantity: { amount: string } };
  /** Null or absent: no subscription. Shopify's types leave both open. */
  sellingPlanAllocation?: { sellingPlan: { id: string } } | null;
  merchandise: { __typename: 'ProductVariant'; product: InputProduct } | { __typename: 'CustomProduct' };
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
