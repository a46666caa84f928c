// A birthday as the block sends it: `{requestKey, month, day, year?, language}`. Whether there is such a day is for the
// rules to say.
import { z } from 'zod';
import type { Language } from '#app/core/values/languages.ts';
import { parseSent } from './parse-sent.ts';

const number = z.int().min(-9_999).max(9_999);

const sentBirthday = z.object({
  requestKey: z.guid(),
  month: number,
  day: number,
  year: number.nullish().transform((year) => year ?? null),
});
export type SentBirthday = z.infer<typeof sentBirthday>;

export type BirthdayField = 'day' | 'month' | 'year';

export type ReadBirthday =
  | { ok: true; language: Language; sent: SentBirthday }
  /** `field` is the form's first one that is missing; null where the body isn't of this form at all. */
  | { ok: false; language: Language; field: BirthdayField | null };

const FIELDS = ['day', 'month', 'year'] as const;

export function readBirthday(body: Buffer): ReadBirthday {
  const { sent, language } = parseSent(body);
  const read = sentBirthday.safeParse(sent);
  if (read.success) return { ok: true, language, sent: read.data };
  const wrong = new Set(read.error.issues.map(({ path }) => path[0]));
  const field = wrong.has('requestKey') ? undefined : FIELDS.find((name) => wrong.has(name));
  return { ok: false, language, field: field ?? null };
}
