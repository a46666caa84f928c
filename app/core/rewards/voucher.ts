// One reward given to one member as one code that works once: held, and then used; or, where nobody used it, released, and what it
// cost comes back. `used` is for ever.

export const VOUCHER_STATES = ['held', 'used', 'releasing', 'released'] as const;
export type VoucherState = (typeof VOUCHER_STATES)[number];

/**
 * Why it is taken out of the world: its last day passed, the shopper or the merchant wanted it, the customer was erased, Shopify
 * shows it as used and no order explains that, or doesn't run on this shop any more what would take it off; or, of a full card,
 * the cart gives its item by itself again, or nothing that it was for is sold any more.
 */
export const RELEASE_REASONS = [
  'lapsed',
  'given-back',
  'withdrawn',
  'erased',
  /** Its owner left the program. */
  'left',
  'unexplained',
  'function-stopped',
  'card-in-cart',
  'products-gone',
] as const;
export type ReleaseReason = (typeof RELEASE_REASONS)[number];

/** What a member holds at most: what pages read of them has its limit, and beyond that they would read nothing at all. */
export const MOST_HELD = 50;

/** The days on which it can be used, both inclusive. */
export type VoucherDays = { validFrom: string; validUntil: string };
