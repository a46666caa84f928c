// "A gift for you: 5.00 off, until 14 December."
import { isPoints } from '#app/core/rewards/gift.ts';
import { addDays } from '#app/core/values/days.ts';
import type { NewNotice } from '#app/db/notices/notices.server.ts';
import type { Giving } from '../rewards/give.ts';

/** @param today in the shop's calendar */
export function noticeOfGift({ member, cause, gives }: Giving, today: string): NewNotice {
  const facts = isPoints(gives)
    ? { points: gives.points }
    : { title: gives.title, until: addDays(today, gives.lastsDays) };
  return { memberId: member.id, kind: 'gift-given', cause, facts };
}
