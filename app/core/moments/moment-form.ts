// Yearly moments as the merchant types them: text, so that what was typed is never lost. Each is switched on or
// off; switched off, the fields keep what stands in them until the page is left.
import { z } from 'zod';
import { byMoment, momentKind } from './kinds/moment-kinds.ts';
import type { Moment } from './moment-rules.ts';

const text = z.string().max(1_000);
const momentForm = z.object({
  on: z.boolean(),
  points: text,
  daysBefore: text,
  daysAfter: text,
  /** Asked only where members tell the date. */
  waitDays: text,
  who: z.enum(['all', 'ordered']),
  asksYear: z.boolean(),
});
export type MomentForm = z.infer<typeof momentForm>;

/** By kind and not as a list, so that the edits of two people are merged field by field. */
export const momentsForm = z.object(byMoment(() => momentForm));
export type MomentsForm = z.infer<typeof momentsForm>;

export function formOfMoments(occasions: readonly Moment[]): MomentsForm {
  return byMoment((wanted): MomentForm => {
    const occasion = occasions.find(({ kind }) => kind === wanted);
    if (!occasion) return { on: false, ...momentKind(wanted).first, who: 'all', asksYear: false };
    const { offer, daysBefore, daysAfter, waitDays, who, asksYear } = occasion;
    const days = {
      daysBefore: String(daysBefore),
      daysAfter: String(daysAfter),
      waitDays: String(waitDays),
    };
    return { on: true, points: String(offer.points), ...days, who, asksYear };
  });
}
