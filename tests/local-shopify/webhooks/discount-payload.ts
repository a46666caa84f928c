// discounts/*: which discount it is, what it is called, and whether it runs.
import { statusAt } from '#tests/local-shopify/shop/automatic-discount.ts';
import type { AutomaticDiscount } from '#tests/local-shopify/shop/automatic-discount.ts';
import type { CodeDiscount } from '#tests/local-shopify/shop/code-discount.ts';

export const discountGid = (id: string): string => `gid://shopify/DiscountAutomaticNode/${id}`;
export const codeDiscountGid = (id: string): string => `gid://shopify/DiscountCodeNode/${id}`;

export function discountPayload(
  discount: AutomaticDiscount | CodeDiscount,
  at: Date,
  gid = discountGid(discount.id),
): object {
  return {
    admin_graphql_api_id: gid,
    title: discount.title,
    status: statusAt(discount, at),
    created_at: discount.createdAt,
    updated_at: discount.updatedAt,
  };
}
