// Yearly moments as the merchant types them: text, so that what was typed is never lost. Each is switched on or
// off; switched off, the fields keep what stands in them until the page is left.
import { z } from 'zod';
import { byMoment, momentKind } from '../moments/kinds/moment-kinds.ts';
import type { Moment } from '../moments/moment-rules.ts';
import { ORDERED, whoOf } from '../moments/who-of-moment.ts';
import type { FormWording } from './picked.ts';
import { formOfWho, whoForm } from './who-form.ts';

const text = z.string().max(1_000);
const NO_TITLES = { currency: '', titles: { products: {}, collections: {} }, gone: '' };

/** As a page of the release before sends it: in a word. */
const inAWord = z
  .enum(['all', 'ordered'])
  .transform((who) => (who === 'all' ? [] : formOfWho(ORDERED, NO_TITLES)));

const momentForm = z.object({
  on: z.boolean(),
  points: text,
  /** The key of the reward that it gives; empty: points. Absent in what a page of the release before sends. */
  reward: text.default(''),
  daysBefore: text,
  daysAfter: text,
  /** Asked only where members tell the date. */
  waitDays: text,
  who: z.union([inAWord, whoForm]),
  asksYear: z.boolean(),
});
export type MomentForm = z.infer<typeof momentForm>;

/** By kind and not as a list, so that the edits of two people are merged field by field. */
export const momentsForm = z.object(byMoment(() => momentForm));
export type MomentsForm = z.infer<typeof momentsForm>;

export function formOfMoments(occasions: readonly Moment[], wording: FormWording = NO_TITLES): MomentsForm {
  return byMoment((wanted): MomentForm => {
    const occasion = occasions.find(({ kind }) => kind === wanted);
    const { first } = momentKind(wanted);
    if (!occasion) return { on: false, ...first, reward: '', who: [], asksYear: false };
    const { offer, daysBefore, daysAfter, waitDays, asksYear } = occasion;
    const days = {
      daysBefore: String(daysBefore),
      daysAfter: String(daysAfter),
      waitDays: String(waitDays),
    };
    const gift =
      offer.kind === 'points'
        ? { points: String(offer.points), reward: '' }
        : { points: first.points, reward: offer.key };
    return { on: true, ...gift, ...days, who: formOfWho(whoOf(occasion), wording), asksYear };
  });
}
