// A cart as the commerce engine knows it, on the storefront and at a till.
import type { Rated } from './money.ts';

/** `sellingPlan`: the line is bought as a subscription. */
export type CartLine = { variantId: string; quantity: number; sellingPlan?: SellingPlan };

export type SellingPlan = { id: string; name: string };

export type Cart = {
  lines: readonly CartLine[];
  /** Whose it is: signed in, chosen at the till, or known by a typed e-mail. */
  customerId: string | null;
  /** Signed in to a customer account. A typed e-mail isn't that. */
  isAuthenticated: boolean;
  /** Of the shopper, e.g. `fr`. */
  language: string;
  /** Discount codes of the shop. */
  codes: readonly string[];
  /** Sold in a shop of bricks. */
  atTill?: boolean;
  /** What the shopper pays in; the shop's currency when absent. */
  presentment?: { currency: string; rateBp: number };
};

/** What the cart's money is told in. */
export function ratedOf(
  { currency }: { currency: string },
  { presentment }: Pick<Cart, 'presentment'>,
): Rated {
  return {
    currency,
    presentmentCurrency: presentment?.currency ?? currency,
    presentmentRateBp: presentment?.rateBp ?? 10_000,
  };
}

/** So much of so many units of a line of the cart, counted from 0. */
export type LineTake = { line: number; units: number; amountMinor: number; shownMinor?: number };
