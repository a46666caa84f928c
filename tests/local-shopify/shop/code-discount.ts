// Discounts that a cart gets by a code: an amount or a part off the order or off chosen products, or free shipping, as Shopify
// makes them by itself, or what an app's function says. One discount may have many codes.
import type { CombinesWith, DiscountClass } from './automatic-discount.ts';
import type { Metafields } from './types.ts';

/** `amount` is taken once: off the whole order, or off all chosen products together, and never off each. */
export type CodeGives =
  | { kind: 'percent'; percentBp: number }
  | { kind: 'amount'; amountMinor: number }
  /** For rates up to a price. */
  | { kind: 'shipping'; upToMinor: number | null }
  | AppGives;

/** What an app's function says, and what it reads. */
export type AppGives = {
  kind: 'app';
  functionHandle: string;
  discountClasses: DiscountClass[];
  metafields: Metafields;
};

/** What it lowers: null is everything. */
export type CodeItems = { productIds: string[]; collectionIds: string[] } | null;

export type CodeMinimum = { kind: 'subtotal'; minor: number } | { kind: 'quantity'; units: number };

export type CodeDiscount = {
  /** Digits of `gid://shopify/DiscountCodeNode/…`. */
  id: string;
  title: string;
  tags: string[];
  gives: CodeGives;
  items: CodeItems;
  minimum: CodeMinimum | null;
  /** Whom it is for; null or absent: everybody. */
  customerIds?: string[] | null;
  /** Of each of its codes; null: none. */
  usageLimit: number | null;
  combinesWith: CombinesWith;
  startsAt: string;
  /** Null: for ever. */
  endsAt: string | null;
  appliesOnSubscription: boolean;
  appliesOnOneTimePurchase: boolean;
  recurringCycleLimit: number | null;
  createdAt: string;
  updatedAt: string;
};

export type RedeemCode = {
  /** Digits of `gid://shopify/DiscountRedeemCode/…`. */
  id: string;
  discountId: string;
  /** As it was made; no two of a shop differ in their case alone. */
  code: string;
  createdAt: string;
  /** When orders used it. */
  usedAt: string[];
};

/** Codes that are being made, or were. */
export type CodeCreation = {
  id: string;
  discountId: string;
  createdAt: string;
  done: boolean;
  codes: { code: string; codeId: string | null; error: 'taken' | 'internal' | null }[];
};

export function discountClassesOf({ gives, items }: Pick<CodeDiscount, 'gives' | 'items'>): DiscountClass[] {
  if (gives.kind === 'app') return gives.discountClasses;
  return [gives.kind === 'shipping' ? 'SHIPPING' : items === null ? 'ORDER' : 'PRODUCT'];
}
