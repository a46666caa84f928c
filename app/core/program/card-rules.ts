// "Buy five, get the sixth free": the part of the program that is about stamp cards.
import { z } from 'zod';
import { localized } from '../values/languages.ts';
import { MOST_MINOR } from '../values/money.ts';
import { day, shopifyId } from '../values/shapes.ts';

/** The limits of what a program's cards may hold. Sizes are in stamps. */
export const CARD_LIMITS = {
  cards: 10,
  products: 250,
  collections: 100,
  tags: 20,
  tagLetters: 255,
  smallest: 3,
  largest: 12,
} as const;

/** A product tag as Shopify takes it, without comma; tags ignore case. */
const productTag = z
  .string()
  .trim()
  .min(1)
  .max(CARD_LIMITS.tagLetters)
  .regex(/^[^,]*$/);

/**
 * The products that a card counts: all, or these, or those of these collections, or those with one of these tags; never
 * those with one of `withoutTags`.
 */
const cardProducts = z.object({
  all: z.boolean(),
  productIds: z.array(shopifyId).max(CARD_LIMITS.products),
  collectionIds: z.array(shopifyId).max(CARD_LIMITS.collections),
  withTags: z.array(productTag).max(CARD_LIMITS.tags).default([]),
  withoutTags: z.array(productTag).max(CARD_LIMITS.tags).default([]),
});

/** The merchant's discounts that may stand beside the free unit in one order. */
const combinesWith = z.object({ product: z.boolean(), order: z.boolean(), shipping: z.boolean() });

const stampCard = z.object({
  key: z.string().regex(/^[a-z0-9-]{1,32}$/),
  title: localized,
  /** Stamps until the free unit: 5 means the sixth is free. */
  size: z.int().min(CARD_LIMITS.smallest).max(CARD_LIMITS.largest),
  products: cardProducts,
  /** Dearer units earn stamps but are never the free one. Minor units of the shop's currency; null: any price. */
  maxPriceMinor: z.int().min(1).max(MOST_MINOR).nullable().default(null),
  /** First and last day of the card in the shop's time zone, both inclusive; null: open. */
  startsOn: day.nullable().default(null),
  endsOn: day.nullable().default(null),
  combinesWith: combinesWith.default({ product: true, order: true, shipping: true }),
});
export type StampCard = z.infer<typeof stampCard>;

export const cardRules = z.array(stampCard).max(CARD_LIMITS.cards);

/** A card's values where nobody set any. */
export const PLAIN_CARD = {
  maxPriceMinor: null,
  startsOn: null,
  endsOn: null,
  combinesWith: { product: true, order: true, shipping: true },
} satisfies Partial<StampCard>;

/** No product yet. */
export const NO_PRODUCTS: StampCard['products'] = {
  all: false,
  productIds: [],
  collectionIds: [],
  withTags: [],
  withoutTags: [],
};
