// The merchant enters, corrects or takes away a member's birthday, as it was typed.
import { now } from '#app/clock.server.ts';
import { dayIn } from '#app/core/values/days.ts';
import {
  parseBirthdayForm,
  type BirthdayForm,
  type BirthdayFormProblem,
} from '#app/core/moments/birthday-form.ts';
import { setBirthday } from './set-birthday.ts';

export type CorrectBirthdayResult =
  { ok: true } | { ok: false; reason: 'refused'; problems: BirthdayFormProblem[] };

export type WantedBirthday = BirthdayForm & { requestKey: string; userId: string };

/** Safe to run twice and in parallel with one request key. */
export async function correctBirthday(
  shop: { id: number; timeZone: string },
  memberId: string,
  { requestKey, userId, ...form }: WantedBirthday,
): Promise<CorrectBirthdayResult> {
  const at = now();
  const read = parseBirthdayForm(form, userId, dayIn(shop.timeZone, at));
  if (!read.ok) return { ok: false, reason: 'refused', problems: read.problems };
  const by = { kind: 'merchant', userId, reason: form.reason } as const;
  const set = await setBirthday(shop.id, { memberId }, read.date, by, requestKey, at);
  if (set.ok) return { ok: true };
  const { ok: _, ...problem } = set;
  return { ok: false, reason: 'refused', problems: [problem] };
}
