// Made-up members in each state of the birthday block: what Shopify's copy would hold of their date and their gift today.
import { addDays } from '#app/core/values/days.ts';
import { previewOf } from '#app/core/moments/kinds/preview-shoppers.ts';
import { monthDayOf, yearOf } from '#app/core/moments/calendar.ts';
import type { Moment } from '#app/core/moments/moment-rules.ts';
import type { BirthdayProjection, GiftProjection } from '#app/core/moments/project-moments.ts';

type Gifts = { gifts: GiftProjection[]; birthday: BirthdayProjection | null };

const NONE: Gifts = { gifts: [], birthday: null };
/** Longer ago than any wait. */
const TOLD_DAYS_AGO = 400;

/** @param today in the shop's calendar */
export function giftsInPreview(shopper: string, occasions: readonly Moment[], today: string): Gifts {
  const preview = previewOf(shopper);
  const occasion = occasions.find(({ kind }) => kind === preview?.kind);
  if (!preview || !occasion) return NONE;
  const { kind } = occasion;
  const on = addDays(today, -preview.daysSince(occasion));
  const day = addDays(on, occasion.daysBefore);
  const until = addDays(day, occasion.daysAfter);
  const gift = { kind, points: occasion.offer.points, on, until };
  const gifts = preview.given && until >= today ? [gift] : [];
  const givenYear = preview.given ? yearOf(day) : null;
  return { gifts, birthday: kind === 'birthday' ? told(day, givenYear, today) : null };
}

function told(day: string, givenYear: number | null, today: string): BirthdayProjection {
  const setOn = addDays(today, -TOLD_DAYS_AGO);
  return { ...monthDayOf(day), setOn, givenYear, changeFrom: setOn };
}
