// Why a member got points of a moment of the list: what the entry keeps for the "why", in the member's history.
import { z } from 'zod';
import { localized } from '../values/languages.ts';

export const momentExplanation = z.object({
  v: z.literal(1),
  moment: z.string(),
  /** A kind that a later version doesn't know reads all the same. */
  kind: z.string(),
  /** As the program called it. */
  title: localized,
  /** The days on which it became due, and could be given at the latest. */
  on: z.iso.date(),
  until: z.iso.date(),
  points: z.int(),
  /** The program's version. */
  version: z.int(),
});
export type MomentExplanation = z.infer<typeof momentExplanation>;
