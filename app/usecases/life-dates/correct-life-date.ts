// The merchant enters, corrects or takes away a member's date of life, as it was typed.
import { now } from '#app/clock.server.ts';
import { parseLifeDateForm, type LifeDateFormProblem } from '#app/core/life-dates/life-date-form.ts';
import type { BirthdayForm } from '#app/core/moments/birthday-form.ts';
import { dayIn } from '#app/core/values/days.ts';
import { tellLifeDate } from './tell-life-date.ts';

export type CorrectLifeDateResult =
  { ok: true } | { ok: false; reason: 'refused'; problems: LifeDateFormProblem[] };

export type TypedLifeDate = BirthdayForm & { momentKey: string; requestKey: string; userId: string };

/** Safe to run twice and in parallel with one request key. */
export async function correctLifeDate(
  shop: { id: number; timeZone: string },
  memberId: string,
  { momentKey, requestKey, userId, ...form }: TypedLifeDate,
): Promise<CorrectLifeDateResult> {
  const at = now();
  const read = parseLifeDateForm(form, userId, dayIn(shop.timeZone, at));
  if (!read.ok) return { ok: false, reason: 'refused', problems: read.problems };
  const by = { kind: 'merchant', userId, reason: form.reason } as const;
  const wanted = { momentKey, requestKey, date: read.date, by, agreed: null };
  const told = await tellLifeDate(shop.id, { memberId }, wanted, at);
  if (told.ok) return { ok: true };
  const { ok: _, ...problem } = told;
  return { ok: false, reason: 'refused', problems: [problem] };
}
