// The dates of life that a program asks for, in its copy; and those that a member told, in the member's.
import { consentHash, lifeDateRules } from '../life-dates/life-date-request.ts';
import { shopperChangeFrom, type LoggedBirthday } from '../moments/change-limit.ts';
import type { MomentRule } from '../moments/moment-rule.ts';
import type { Birthday } from '../moments/parse-birthday.ts';
import type { Localized } from '../values/languages.ts';

export type AskedDate = { key: string; title: Localized; consent: Localized; agreed: string };

/** `changeFrom`: from this day on the shopper may change it once more; absent where nothing stands against it. */
export type ToldDate = { key: string; month: number; day: number; changeFrom?: string };

export type StoredDates = ReadonlyMap<string, { date: Birthday | null; log: readonly LoggedBirthday[] }>;

export function projectAskedDates(moments: readonly MomentRule[] = []): { dates?: AskedDate[] } {
  const dates = lifeDateRules(moments).flatMap((rule) => {
    const { key, title, consent } = rule;
    return consent ? [{ key, title, consent, agreed: consentHash(rule) }] : [];
  });
  return dates.length > 0 ? { dates } : {};
}

export function projectToldDates({ lifeDates }: { lifeDates?: StoredDates }): { dates?: ToldDate[] } {
  const dates = [...(lifeDates ?? [])].flatMap(([key, { date, log }]): ToldDate[] => {
    if (!date) return [];
    const changeFrom = shopperChangeFrom(log);
    return [{ key, month: date.month, day: date.day, ...(changeFrom && { changeFrom }) }];
  });
  return dates.length > 0 ? { dates } : {};
}
