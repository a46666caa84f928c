// Discounts that a cart gets by itself: an app's, whose function decides, and the merchant's own percentages.
import type { Metafields } from './types.ts';

/** As Shopify names them in `discountClasses`. */
export type DiscountClass = 'PRODUCT' | 'ORDER' | 'SHIPPING';

export type CombinesWith = { productDiscounts: boolean; orderDiscounts: boolean; shippingDiscounts: boolean };

/** What decides what it takes off. */
export type DiscountKind =
  | { kind: 'app'; functionHandle: string }
  /** A part of every unit of a collection's products, or of all products. */
  | { kind: 'basic'; percentBp: number; collectionId: string | null };

export type AutomaticDiscount = {
  /** Digits of `gid://shopify/DiscountAutomaticNode/…`. */
  id: string;
  title: string;
  discountClasses: DiscountClass[];
  combinesWith: CombinesWith;
  startsAt: string;
  /** Null: for ever. */
  endsAt: string | null;
  appliesOnSubscription: boolean;
  appliesOnOneTimePurchase: boolean;
  metafields: Metafields;
  createdAt: string;
  updatedAt: string;
} & DiscountKind;

/** As Shopify's `status`, worked out from the dates. */
export function statusAt(
  discount: Pick<AutomaticDiscount, 'startsAt' | 'endsAt'>,
  at: Date,
): 'ACTIVE' | 'EXPIRED' | 'SCHEDULED' {
  if (discount.endsAt !== null && new Date(discount.endsAt) <= at) return 'EXPIRED';
  return new Date(discount.startsAt) <= at ? 'ACTIVE' : 'SCHEDULED';
}
