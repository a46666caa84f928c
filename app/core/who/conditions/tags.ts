// "Bears the tag VIP", "bears none of these". Shopify's tags ignore case; they are asked for when it matters.
import { z } from 'zod';
import { bearsOneOf } from '../../members/bears-one-of.ts';
import { condition } from './condition.ts';

export const TAG_LIMITS = { tags: 20, letters: 40 } as const;

/** As Shopify takes it, without comma. */
const tag = z
  .string()
  .trim()
  .min(1)
  .max(TAG_LIMITS.letters)
  .regex(/^[^,]*$/);
const tags = z.array(tag).max(TAG_LIMITS.tags);

const lacks = (asked: { tags: readonly string[] }) => (asked.tags.length === 0 ? ('noTags' as const) : null);

export const tagsIn = condition({
  shape: z.object({ kind: z.literal('tags-in'), tags }),
  lacks,
  holds: (asked, facts) => facts.tags && bearsOneOf(asked.tags, facts.tags),
});

export const tagsOut = condition({
  shape: z.object({ kind: z.literal('tags-out'), tags }),
  lacks,
  holds: (asked, facts) => facts.tags && !bearsOneOf(asked.tags, facts.tags),
});
