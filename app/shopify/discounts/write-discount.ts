// The discount function's automatic discounts: made, changed, ended, deleted.
import { z } from 'zod';
import { operation } from '../admin-api/operation.ts';

const userErrors = z.array(
  z.object({ field: z.array(z.string()).nullable(), message: z.string(), code: z.string().nullable() }),
);

/** Part of Shopify's DiscountAutomaticAppInput. */
export type DiscountInput = {
  title: string;
  startsAt: string;
  endsAt: string | null;
  discountClasses: string[];
  combinesWith: { productDiscounts: boolean; orderDiscounts: boolean; shippingDiscounts: boolean };
  appliesOnSubscription: boolean;
  appliesOnOneTimePurchase: boolean;
  metafields: { namespace: string; key: string; type: 'json'; value: string }[];
};

export const createDiscount = operation<{ discount: DiscountInput & { functionHandle: string } }>()({
  name: 'CreateDiscount',
  document: `#graphql
    mutation CreateDiscount($discount: DiscountAutomaticAppInput!) {
      discountAutomaticAppCreate(automaticAppDiscount: $discount) {
        automaticAppDiscount {
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
    discountAutomaticAppCreate: z.object({
      automaticAppDiscount: z.object({ discountId: z.string() }).nullable(),
      userErrors,
    }),
  }),
});

/** An `endsAt` of null takes the end away: a discount that was ended by hand runs again. */
export const updateDiscount = operation<{ id: string; discount: DiscountInput }>()({
  name: 'UpdateDiscount',
  document: `#graphql
    mutation UpdateDiscount($id: ID!, $discount: DiscountAutomaticAppInput!) {
      discountAutomaticAppUpdate(id: $id, automaticAppDiscount: $discount) {
        userErrors {
          field
          message
          code
        }
      }
    }`,
  result: z.object({ discountAutomaticAppUpdate: z.object({ userErrors }) }),
});

export const endDiscount = operation<{ id: string }>()({
  name: 'EndDiscount',
  document: `#graphql
    mutation EndDiscount($id: ID!) {
      discountAutomaticDeactivate(id: $id) {
        userErrors {
          field
          message
          code
        }
      }
    }`,
  result: z.object({ discountAutomaticDeactivate: z.object({ userErrors }) }),
});

export const deleteDiscount = operation<{ id: string }>()({
  name: 'DeleteDiscount',
  document: `#graphql
    mutation DeleteDiscount($id: ID!) {
      discountAutomaticDelete(id: $id) {
        userErrors {
          field
          message
          code
        }
      }
    }`,
  result: z.object({ discountAutomaticDelete: z.object({ userErrors }) }),
});
