// The merchant's rules: what earns points, which stamp cards run, and how points are called.
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

/** `points` for every full `perMinor` minor units of the shop's currency. */
const earnRule = z.object({
  points: z.int().min(1).max(100_000),
  perMinor: z.int().min(1).max(1_000_000_000),
});

/** Which products a card counts: all, or these, or those of these collections. */
const cardProducts = z.object({
  all: z.boolean(),
  productIds: z.array(shopifyId).max(250),
  collectionIds: z.array(shopifyId).max(100),
});

const stampCard = z.object({
  key: z.string().regex(/^[a-z0-9-]{1,32}$/),
  title: localized,
  /** Stamps until the free unit: 5 means the sixth is free. */
  size: z.int().min(3).max(12),
  products: cardProducts,
});
export type StampCard = z.infer<typeof stampCard>;

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

/** A draft may still lack what publishing asks for, e.g. a card without products. */
export const programRules = z.object({
  shape: z.literal(1),
  names: z.object({ en: pointsName, fr: pointsName }),
  earn: earnRule,
  counts,
  /** Customers who bear one of these tags earn nothing: staff, wholesale. */
  leftOutTags: z.array(customerTag).max(20).default([]),
  cards: z.array(stampCard).max(10),
});
export type ProgramRules = z.infer<typeof programRules>;

/** A published, immutable version. `publishedAt` is cut to the second, as Shopify's times are. */
export type ProgramVersion = { number: number; publishedAt: Date; rules: ProgramRules };
