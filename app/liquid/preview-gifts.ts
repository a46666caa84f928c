// Made-up members in each state of the birthday block: what Shopify's copy would hold of their date and their gift today.
import { addDays } from '#app/core/values/days.ts';
import { previewOf } from '#app/core/moments/kinds/preview-shoppers.ts';
import { monthDayOf, yearOf } from '#app/core/moments/calendar.ts';
import { momentCause } from '#app/core/moments/moment-cause.ts';
import { rewardOfOffer, rewardOnTheDay } from '#app/core/moments/reward-of-moment.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { faceOf } from '#app/core/rewards/decide-redeem.ts';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import type { ShownVoucher } from '#app/core/storefront/project-rewards.ts';
import type { BirthdayProjection, GiftProjection } from '#app/core/moments/project-moments.ts';

type Gifts = {
  gifts: GiftProjection[];
  birthday: BirthdayProjection | null;
  vouchers: ShownVoucher[];
  today: string;
};
/** Longer ago than any wait. */
const TOLD_DAYS_AGO = 400;

/** @param today in the shop's calendar */
export function giftsInPreview(
  shopper: string,
  { occasions, rewards }: Pick<ProgramRules, 'occasions' | 'rewards'>,
  today: string,
): Gifts {
  const preview = previewOf(shopper);
  const occasion = occasions.find(({ kind }) => kind === preview?.kind);
  if (!preview || !occasion) return { gifts: [], birthday: null, vouchers: [], today };
  const { kind, offer } = occasion;
  const on = addDays(today, -preview.daysSince(occasion));
  const day = addDays(on, occasion.daysBefore);
  const until = addDays(day, occasion.daysAfter);
  const isOpen = preview.given && until >= today;
  const gifts = isOpen && offer.kind === 'points' ? [{ kind, points: offer.points, on, until }] : [];
  const reward = isOpen ? rewardOfOffer(offer, rewards) : null;
  const vouchers = reward ? [heldSince(rewardOnTheDay(reward), momentCause(kind, yearOf(day)), on)] : [];
  const givenYear = preview.given ? yearOf(day) : null;
  const birthday = kind === 'birthday' ? told(day, givenYear, today) : null;
  return { gifts, birthday, vouchers, today };
}

function heldSince(reward: Reward, cause: string, from: string): ShownVoucher {
  const until = addDays(from, reward.lastsDays);
  return {
    id: '1',
    code: 'PREVIEW',
    reward,
    from,
    until,
    state: 'held',
    price: 0,
    face: faceOf(reward),
    cause,
  };
}

function told(day: string, givenYear: number | null, today: string): BirthdayProjection {
  const setOn = addDays(today, -TOLD_DAYS_AGO);
  return { ...monthDayOf(day), setOn, givenYear, changeFrom: setOn };
}
