// discounts/*: which discount it is, what it is called, and whether it runs.
import { statusAt } from '#tests/local-shopify/shop/automatic-discount.ts';
import type { AutomaticDiscount } from '#tests/local-shopify/shop/automatic-discount.ts';

export const discountGid = (id: string): string => `gid://shopify/DiscountAutomaticNode/${id}`;

export function discountPayload(discount: AutomaticDiscount, at: Date): object {
  return {
    admin_graphql_api_id: discountGid(discount.id),
    title: discount.title,
    status: statusAt(discount, at),
    created_at: discount.createdAt,
    updated_at: discount.updatedAt,
  };
}
