// What a reward takes off an order: an amount, a percentage, shipping, a product, or as much as the shopper likes.
import { z } from 'zod';
import { MOST_MINOR } from '../values/money.ts';
import { shopifyId } from '../values/shapes.ts';

/** Shoppers' pages carry them, so they are few. */
export const GIVES_LIMITS = { products: 50, collections: 20, freeProducts: 10 } as const;

/** The products that a percentage, or a full card's amount, comes off; a reward that is still being made may name none. */
const chosen = z.object({
  productIds: z.array(shopifyId).max(GIVES_LIMITS.products),
  collectionIds: z.array(shopifyId).max(GIVES_LIMITS.collections),
});

const minor = z.int().min(1).max(MOST_MINOR);

/** Money in minor units of the shop's currency. */
export const rewardGives = z.discriminatedUnion('kind', [
  /** `of`: of a full stamp card, up to the amount off these, and one use uses it up. What points buy comes off the order. */
  z.object({ kind: z.literal('amount'), minor, of: z.union([z.literal('all'), chosen]).optional() }),
  z.object({
    kind: z.literal('percent'),
    percent: z.int().min(1).max(100),
    of: z.union([z.literal('order'), chosen]),
    /** The most that it takes off; null: no ceiling. */
    mostMinor: minor.nullable().default(null),
  }),
  /** For rates up to a price; null: any rate. */
  z.object({ kind: z.literal('free-shipping'), upToMinor: minor.nullable() }),
  /** One unit of one of them; a variant that costs more than `upToMinor` is none of them. A draft may name no product yet. */
  z.object({
    kind: z.literal('product'),
    productIds: z.array(shopifyId).max(GIVES_LIMITS.freeProducts),
    upToMinor: minor.nullable(),
  }),
  /** The reward's cost in points is `minor`; shoppers take as many as they like, within the other three. */
  z.object({
    kind: z.literal('any-amount'),
    minor,
    leastMinor: minor,
    mostMinor: minor.nullable(),
    /** Of what the cart's items cost, in percent. */
    sharePercent: z.int().min(1).max(100),
  }),
]);
export type RewardGives = z.infer<typeof rewardGives>;
