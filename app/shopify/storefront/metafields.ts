// The metafields in which the projections stand at Shopify.

/** A customer's metafield, read by Liquid as `customer.metafields["$app"].loyalty.value`. */
export const MEMBER_METAFIELD = { namespace: '$app', key: 'loyalty' } as const;

/** A customer's metafield, read by the discount function. Far under the 10,000 bytes that it may be. */
export const STAMPS_METAFIELD = { namespace: '$app', key: 'stamps' } as const;

/** A customer's metafield, read by the function of discounts with codes. Far under the 10,000 bytes that it may be. */
export const AMOUNTS_METAFIELD = { namespace: '$app', key: 'vouchers' } as const;

/** Customers' numbers, which segments can filter by: each is the metafield of its key. */
export const NUMBERS_NAMESPACE = '$app';

/** The app's metafield, read by Liquid as `app.metafields.sixth.program.value`. */
export const PROGRAM_METAFIELD = { namespace: 'sixth', key: 'program' } as const;
