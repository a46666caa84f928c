// Shapes of single values, as rules and forms hold them.
import { z } from 'zod';

/** Shopify's numeric ids as strings: JSON numbers lose digits above 2^53. */
export const shopifyId = z.string().regex(/^\d{1,19}$/);

/** `YYYY-MM-DD`. */
export const day = z.iso.date();

/** Names a reward for ever; never given to a second one. */
export const rewardKey = z.string().regex(/^[a-z0-9-]{1,32}$/);
