// Birthday and anniversary as the merchant types them: text, so that what was typed is never lost. Each is switched on or
// off; switched off, the fields keep what stands in them until the page is left.
import { z } from 'zod';
import { MOMENTS, type Moment, type MomentKind } from './moment-rules.ts';

const text = z.string().max(1_000);
const momentForm = z.object({
  on: z.boolean(),
  points: text,
  daysBefore: text,
  daysAfter: text,
  /** Not asked for the anniversary, nor is `asksYear`. */
  waitDays: text,
  who: z.enum(['all', 'ordered']),
  asksYear: z.boolean(),
});
export type MomentForm = z.infer<typeof momentForm>;

/** By kind and not as a list, so that the edits of two people are merged field by field. */
export const momentsForm = z.object({
  birthday: momentForm,
  anniversary: momentForm,
} satisfies Record<MomentKind, typeof momentForm>);
export type MomentsForm = z.infer<typeof momentsForm>;

/** What an occasion begins with when it is switched on: on the day itself, a week for who tells it late, no wait. */
const FIRST: Omit<MomentForm, 'on'> = {
  points: '50',
  daysBefore: '0',
  daysAfter: '7',
  waitDays: '0',
  who: 'all',
  asksYear: false,
};

export function formOfMoments(occasions: readonly Moment[]): MomentsForm {
  const form = (wanted: MomentKind): MomentForm => {
    const occasion = occasions.find(({ kind }) => kind === wanted);
    if (!occasion) return { on: false, ...FIRST };
    const { offer, daysBefore, daysAfter, waitDays, who, asksYear } = occasion;
    const days = {
      daysBefore: String(daysBefore),
      daysAfter: String(daysAfter),
      waitDays: String(waitDays),
    };
    return { on: true, points: String(offer.points), ...days, who, asksYear };
  };
  const [birthday, anniversary] = MOMENTS;
  return { birthday: form(birthday), anniversary: form(anniversary) };
}
