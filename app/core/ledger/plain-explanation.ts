// An adjustment and a merge say nothing of themselves in their entries: the first has its reason in a row of its own, the
// second is a merge and no more.
import { z } from 'zod';

export const plainExplanation = z.object({ v: z.literal(1) });
export type PlainExplanation = z.infer<typeof plainExplanation>;
