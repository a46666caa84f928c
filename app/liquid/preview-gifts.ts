// Made-up members in each state of the birthday block: what Shopify's copy would hold of their date and their gift today.
import { addDays } from '#app/core/values/days.ts';
import { isPreviewShopper, type PreviewShopper } from '#app/core/storefront/preview-shoppers.ts';
import { monthDayOf, yearOf } from '#app/core/moments/calendar.ts';
import type { Moment } from '#app/core/moments/moment-rules.ts';
import type { BirthdayProjection, GiftProjection } from '#app/core/moments/project-moments.ts';

type Gifts = { gifts: GiftProjection[]; birthday: BirthdayProjection | null };

const NONE: Gifts = { gifts: [], birthday: null };
/** So long until the gift of who waits for it. */
const WAITS_DAYS = 12;
/** Longer ago than any wait. */
const TOLD_DAYS_AGO = 400;

/** @param today in the shop's calendar */
export function giftsInPreview(shopper: string, occasions: readonly Moment[], today: string): Gifts {
  if (!isPreviewShopper(shopper)) return NONE;
  const wanted = shopper === 'anniversary-today' ? 'anniversary' : 'birthday';
  const occasion = occasions.find(({ kind }) => kind === wanted);
  if (!occasion) return NONE;
  const on = addDays(today, -daysSince(shopper, occasion));
  const day = addDays(on, occasion.daysBefore);
  if (shopper === 'birthday-waiting') return { gifts: [], birthday: told(day, null, today) };
  const until = addDays(day, occasion.daysAfter);
  const gift = { kind: wanted, points: occasion.offer.points, on, until } as const;
  const gifts = until < today ? [] : [gift];
  return { gifts, birthday: wanted === 'birthday' ? told(day, yearOf(day), today) : null };
}

/** How long ago the gift came; below 0 where it is still to come. */
function daysSince(shopper: PreviewShopper, { daysBefore, daysAfter }: Moment): number {
  switch (shopper) {
    case 'birthday-waiting':
      return -WAITS_DAYS;
    case 'birthday-today':
    case 'anniversary-today':
      return 0;
    case 'birthday-given':
      // On the birthday itself, where the gift comes before it.
      return Math.max(1, daysBefore);
    case 'birthday-over':
      return daysBefore + daysAfter + 1;
  }
}

function told(day: string, givenYear: number | null, today: string): BirthdayProjection {
  const setOn = addDays(today, -TOLD_DAYS_AGO);
  return { ...monthDayOf(day), setOn, givenYear, changeFrom: setOn };
}
