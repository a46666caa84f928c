// The merchant's rules: what earns points, which stamp cards run, what a birthday brings, and how points are called.
import { z } from 'zod';

/** Languages of the storefront and of the admin. */
export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

const localized = z.object({ en: z.string().trim().min(1).max(60), fr: z.string().trim().min(1).max(60) });
export type Localized = z.infer<typeof localized>;

const pointsName = z.object({
  one: z.string().trim().min(1).max(30),
  other: z.string().trim().min(1).max(30),
});

/** Shopify's numeric ids as strings: JSON numbers lose digits above 2^53. */
const shopifyId = z.string().regex(/^\d{1,19}$/);

const day = z.iso.date();

/** `points` for every full `perMinor` minor units of the shop's currency. */
const earnRule = z.object({
  points: z.int().min(1).max(100_000),
  perMinor: z.int().min(1).max(1_000_000_000),
});

/** A product or customer tag as Shopify takes it, without comma; tags ignore case. */
const productTag = z
  .string()
  .trim()
  .min(1)
  .max(255)
  .regex(/^[^,]*$/);

/**
 * Which products a card counts: all, or these, or those of these collections, or those with one of these tags; never
 * those with one of `withoutTags`.
 */
const cardProducts = z.object({
  all: z.boolean(),
  productIds: z.array(shopifyId).max(250),
  collectionIds: z.array(shopifyId).max(100),
  withTags: z.array(productTag).max(20).default([]),
  withoutTags: z.array(productTag).max(20).default([]),
});

/** Which of the merchant's discounts may stand beside the free unit in one order. */
const combinesWith = z.object({ product: z.boolean(), order: z.boolean(), shipping: z.boolean() });

const stampCard = z.object({
  key: z.string().regex(/^[a-z0-9-]{1,32}$/),
  title: localized,
  /** Stamps until the free unit: 5 means the sixth is free. */
  size: z.int().min(3).max(12),
  products: cardProducts,
  /** Dearer units earn stamps but are never the free one. Minor units of the shop's currency; null: any price. */
  maxPriceMinor: z.int().min(1).max(1_000_000_000).nullable().default(null),
  /** First and last day of the card in the shop's time zone, both inclusive; null: open. */
  startsOn: day.nullable().default(null),
  endsOn: day.nullable().default(null),
  combinesWith: combinesWith.default({ product: true, order: true, shipping: true }),
});
export type StampCard = z.infer<typeof stampCard>;

/** What a card has that nobody set. */
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

/** Settings that change a number, so they belong to the version. */
const counts = z.object({
  testOrders: z.boolean(),
  shipping: z.boolean(),
  giftCards: z.boolean(),
  tips: z.boolean(),
  /** `without` takes the tax off prices that include it. Versions from before this setting: as shown. */
  tax: z.enum(['as-shown', 'without']).default('as-shown'),
});

/** A customer tag as Shopify takes it: at most 40 characters, no comma. */
const customerTag = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .regex(/^[^,]*$/);

/** Yearly dates of a member that bring an offer. */
export const MOMENTS = ['birthday', 'anniversary'] as const;
export type MomentKind = (typeof MOMENTS)[number];

/** What an occasion gives. Another kind of offer is another member of this union. */
const offer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('points'), points: z.int().min(1).max(100_000) }),
]);

/**
 * Given once in the occasion's year, on the first day of the window from `daysBefore` days before the day to `daysAfter`
 * days after it.
 */
const moment = z.object({
  kind: z.enum(MOMENTS),
  offer,
  daysBefore: z.int().min(0).max(30),
  daysAfter: z.int().min(0).max(60),
  /** Days between the telling or changing of a date and the first gift that it can bring. 0 for the anniversary. */
  waitDays: z.int().min(0).max(365),
  /** All members, or those with an order in the year before the window's first day. */
  who: z.enum(['all', 'ordered']),
  /** Whether shoppers are asked for the year of their birth, too. */
  asksYear: z.boolean(),
});
export type Moment = z.infer<typeof moment>;

/** A draft may still lack what publishing asks for, e.g. a card without products. */
export const programRules = z.object({
  shape: z.literal(1),
  names: z.object({ en: pointsName, fr: pointsName }),
  earn: earnRule,
  counts,
  /** Customers who bear one of these tags earn nothing: staff, wholesale. */
  leftOutTags: z.array(customerTag).max(20).default([]),
  cards: z.array(stampCard).max(10),
  /** At most one of each kind. */
  occasions: z.array(moment).max(MOMENTS.length).default([]),
});
export type ProgramRules = z.infer<typeof programRules>;

/** A published, immutable version. `publishedAt` is cut to the second, as Shopify's times are. */
export type ProgramVersion = { number: number; publishedAt: Date; rules: ProgramRules };
