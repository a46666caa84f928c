import { z } from 'zod';
import { CARD_LIMITS } from '#app/core/program/card-rules.ts';
import { LANGUAGES } from '#app/core/values/languages.ts';

const shopifyId = z.string().regex(/^\d{1,19}$/);
const text = z.string().max(1_000);

/** The fields of the setup guide's first step as its page sends them: `core/editing/setup` judges what was typed. */
export const setupForm = z.object({
  language: z.enum(LANGUAGES),
  cardOn: z.boolean(),
  title: text,
  noun: text,
  size: z.number(),
  productIds: z.array(shopifyId).max(CARD_LIMITS.products),
  collectionIds: z.array(shopifyId).max(CARD_LIMITS.collections),
  pointsOn: z.boolean(),
  birthdayOn: z.boolean(),
});
