// A reward's discount with codes: made, changed, ended, deleted.
import { z } from 'zod';
import { operation } from '../admin-api/operation.ts';

const userErrors = z.array(
  z.object({ field: z.array(z.string()).nullable(), message: z.string(), code: z.string().nullable() }),
);
const made = z.object({ codeDiscountNode: z.object({ id: z.string() }).nullable(), userErrors });

type Common = {
  title: string;
  startsAt: string;
  endsAt: null;
  tags: string[];
  usageLimit: number;
  appliesOncePerCustomer: boolean;
  recurringCycleLimit: number;
  context: { all: 'ALL' } | { customers: Ids };
  combinesWith: { productDiscounts: boolean; orderDiscounts: boolean; shippingDiscounts: boolean };
  minimumRequirement: { subtotal: { greaterThanOrEqualToSubtotal: string } } | null;
};
type Ids = { add: string[]; remove: string[] };

/** Parts of Shopify's inputs. `code` is there while it is being made, and `items` where they change. */
export type BasicInput = Common & {
  code?: string;
  customerGets: {
    appliesOnSubscription: boolean;
    appliesOnOneTimePurchase: boolean;
    value: { percentage: number } | { discountAmount: { amount: string; appliesOnEachItem: boolean } };
    items?:
      | { all: true }
      | { products: { productsToAdd: string[]; productsToRemove: string[] } }
      | { collections: Ids };
  };
};
export type FreeShippingInput = Common & {
  code?: string;
  destination: { all: true };
  maximumShippingPrice: string | null;
  appliesOnSubscription: boolean;
  appliesOnOneTimePurchase: boolean;
};

/** Part of Shopify's DiscountCodeAppInput. It has no minimum: the function asks for that. */
export type AppInput = Omit<Common, 'minimumRequirement'> & {
  code?: string;
  discountClasses: string[];
  appliesOnSubscription: boolean;
  appliesOnOneTimePurchase: boolean;
  metafields: { namespace: string; key: string; type: 'json'; value: string }[];
};

export const createBasic = operation<{ discount: BasicInput }>()({
  name: 'CreateRewardDiscount',
  document: `#graphql
    mutation CreateRewardDiscount($discount: DiscountCodeBasicInput!) {
      discountCodeBasicCreate(basicCodeDiscount: $discount) {
        codeDiscountNode {
          id
        }
        userErrors {
          field
          message
          code
        }
      }
    }`,
  result: z.object({ discountCodeBasicCreate: made }),
});

export const createFreeShipping = operation<{ discount: FreeShippingInput }>()({
  name: 'CreateShippingReward',
  document: `#graphql
    mutation CreateShippingReward($discount: DiscountCodeFreeShippingInput!) {
      discountCodeFreeShippingCreate(freeShippingCodeDiscount: $discount) {
        codeDiscountNode {
          id
        }
        userErrors {
          field
          message
          code
        }
      }
    }`,
  result: z.object({ discountCodeFreeShippingCreate: made }),
});

export const createByFunction = operation<{ discount: AppInput & { functionHandle: string } }>()({
  name: 'CreateFunctionReward',
  document: `#graphql
    mutation CreateFunctionReward($discount: DiscountCodeAppInput!) {
      discountCodeAppCreate(codeAppDiscount: $discount) {
        codeAppDiscount {
          discountId
        }
        userErrors {
          field
          message
          code
        }
      }
    }`,
  result: z.object({
    discountCodeAppCreate: z.object({
      codeAppDiscount: z.object({ discountId: z.string() }).nullable(),
      userErrors,
    }),
  }),
});

/** An end or a minimum of null is taken away. */
export const updateBasic = operation<{ id: string; discount: BasicInput }>()({
  name: 'UpdateRewardDiscount',
  document: `#graphql
    mutation UpdateRewardDiscount($id: ID!, $discount: DiscountCodeBasicInput!) {
      discountCodeBasicUpdate(id: $id, basicCodeDiscount: $discount) {
        userErrors {
          field
          message
          code
        }
      }
    }`,
  result: z.object({ discountCodeBasicUpdate: z.object({ userErrors }) }),
});

export const updateFreeShipping = operation<{ id: string; discount: FreeShippingInput }>()({
  name: 'UpdateShippingReward',
  document: `#graphql
    mutation UpdateShippingReward($id: ID!, $discount: DiscountCodeFreeShippingInput!) {
      discountCodeFreeShippingUpdate(id: $id, freeShippingCodeDiscount: $discount) {
        userErrors {
          field
          message
          code
        }
      }
    }`,
  result: z.object({ discountCodeFreeShippingUpdate: z.object({ userErrors }) }),
});

export const updateByFunction = operation<{ id: string; discount: AppInput }>()({
  name: 'UpdateFunctionReward',
  document: `#graphql
    mutation UpdateFunctionReward($id: ID!, $discount: DiscountCodeAppInput!) {
      discountCodeAppUpdate(id: $id, codeAppDiscount: $discount) {
        userErrors {
          field
          message
          code
        }
      }
    }`,
  result: z.object({ discountCodeAppUpdate: z.object({ userErrors }) }),
});

export const endCodeDiscount = operation<{ id: string }>()({
  name: 'EndCodeDiscount',
  document: `#graphql
    mutation EndCodeDiscount($id: ID!) {
      discountCodeDeactivate(id: $id) {
        userErrors {
          field
          message
          code
        }
      }
    }`,
  result: z.object({ discountCodeDeactivate: z.object({ userErrors }) }),
});

export const deleteCodeDiscount = operation<{ id: string }>()({
  name: 'DeleteCodeDiscount',
  document: `#graphql
    mutation DeleteCodeDiscount($id: ID!) {
      discountCodeDelete(id: $id) {
        userErrors {
          field
          message
          code
        }
      }
    }`,
  result: z.object({ discountCodeDelete: z.object({ userErrors }) }),
});
