// discounts/*: which discount it is, what it is called, and whether it runs; or which of its codes went.
import { statusAt } from '#tests/local-shopify/shop/automatic-discount.ts';
import type { AutomaticDiscount } from '#tests/local-shopify/shop/automatic-discount.ts';
import type { CodeDiscount, RedeemCode } from '#tests/local-shopify/shop/code-discount.ts';

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

export function codePayload({ id, code, discountId }: RedeemCode, at: Date): object {
  return {
    admin_graphql_api_id: codeDiscountGid(discountId),
    redeem_code: { id: `gid://shopify/DiscountRedeemCode/${id}`, code },
    updated_at: at.toISOString(),
  };
}
