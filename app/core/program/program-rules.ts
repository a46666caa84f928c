// The merchant's rules: what earns points, which stamp cards run, what a birthday brings, and how points are called.
// Each feature says the shape of its own part.
import { z } from 'zod';
import { momentRuleList } from '../moments/moment-rule.ts';
import { momentRules } from '../moments/moment-rules.ts';
import { inEachLanguage } from '../values/languages.ts';
import { MOST_MINOR } from '../values/money.ts';
import { MOST_POINTS } from '../values/units.ts';
import { rewardKey } from '../values/shapes.ts';
import { rewardRules } from '../rewards/reward-rules.ts';
import { cardRules } from './card-rules.ts';
import { neverEarns } from './never-earns.ts';

/** Letters of the points' name, of the signature, and of a customer tag, as Shopify takes one; and how many tags. */
export const SETTINGS_LIMITS = { nameLetters: 30, signatureLetters: 60, tagLetters: 40, tags: 20 } as const;

const pointsName = z.object({
  one: z.string().trim().min(1).max(SETTINGS_LIMITS.nameLetters),
  other: z.string().trim().min(1).max(SETTINGS_LIMITS.nameLetters),
});

/** `points` for every full `perMinor` minor units of the shop's currency. */
const earnRule = z.object({
  points: z.int().min(1).max(MOST_POINTS),
  perMinor: z.int().min(1).max(MOST_MINOR),
});

/** Settings that change a number, so they belong to the version. */
const counts = z.object({
  testOrders: z.boolean(),
  shipping: z.boolean(),
  giftCards: z.boolean(),
  tips: z.boolean(),
  /** `without` takes the tax off prices that include it. Versions from before this setting: as shown. */
  tax: z.enum(['as-shown', 'without']).default('as-shown'),
});

/** A customer tag as Shopify takes it, without comma. */
const customerTag = z
  .string()
  .trim()
  .min(1)
  .max(SETTINGS_LIMITS.tagLetters)
  .regex(/^[^,]*$/);

/** A draft may still lack what publishing asks for, e.g. a card without products. */
export const programRules = z.object({
  shape: z.literal(1),
  names: inEachLanguage(pointsName),
  earn: earnRule,
  /** Orders earn no points, whatever `earn` says; absent, they do. */
  pointsOff: z.literal(true).optional(),
  /** Nothing is earned, given or shown; what is ready stays good. Absent: the program runs. */
  paused: z.literal(true).optional(),
  /** Who gives, in the merchant's words: a line under gifts, e.g. "Mara and the roasters". */
  signature: inEachLanguage(z.string().trim().min(1).max(SETTINGS_LIMITS.signatureLetters)).optional(),
  counts,
  /** Customers who bear one of these tags earn nothing: staff, wholesale. */
  leftOutTags: z.array(customerTag).max(SETTINGS_LIMITS.tags).default([]),
  cards: cardRules,
  occasions: momentRules,
  /** The other moments. Absent: none. */
  moments: momentRuleList.optional(),
  /** Keys of moments that give nothing for now; of yearly dates their kinds. Absent: all of them run. */
  pausedMoments: z.array(rewardKey).optional(),
  /** What points can be used for. Absent: nothing. */
  rewards: rewardRules.optional(),
  /** Products that never earn, never fill a card and never come off. Absent: none. */
  neverEarns: neverEarns.optional(),
});
export type ProgramRules = z.infer<typeof programRules>;

/** A published, immutable version. `publishedAt` is cut to the second, as Shopify's times are. */
export type ProgramVersion = { number: number; publishedAt: Date; rules: ProgramRules };
