// "Buy five, get the sixth free": the part of the program that is about stamp cards.
import { z } from 'zod';
import { inEachLanguage, localized } from '../values/languages.ts';
import { MOST_MINOR } from '../values/money.ts';
import { day, shopifyId } from '../values/shapes.ts';
import { CARD_SHAPES } from './card-shapes.ts';

/** The limits of what a program's cards may hold. Sizes are in stamps. */
export const CARD_LIMITS = {
  cards: 10,
  products: 250,
  collections: 100,
  tags: 20,
  tagLetters: 255,
  smallest: 3,
  largest: 12,
  nounLetters: 30,
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

/**
 * What the card gives, as shoppers say it: "coffee", "coffees". French bears its article, which tells its gender:
 * "un café", "cafés".
 */
const cardNoun = inEachLanguage(
  z.object({
    one: z.string().trim().min(1).max(CARD_LIMITS.nounLetters),
    other: z.string().trim().min(1).max(CARD_LIMITS.nounLetters),
  }),
);
export type CardNoun = z.infer<typeof cardNoun>;

const stampCard = z.object({
  key: z.string().regex(/^[a-z0-9-]{1,32}$/),
  title: localized,
  /** Absent: shoppers read "item" and "article". */
  noun: cardNoun.optional(),
  /** The picture in a filled stamp; absent: a tick. */
  shape: z.enum(CARD_SHAPES).optional(),
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
