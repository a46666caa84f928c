// A member's birthday as the member's page shows it: the date, the next gift, and the log.
import { now } from '#app/clock.server.ts';
import { dayIn } from '#app/core/values/days.ts';
import { lastGivenYear, restsUntil } from '#app/core/moments/last-given.ts';
import { nextGiftOn } from '#app/core/moments/next-gift.ts';
import type { Pause } from '#app/core/moments/running-moments.ts';
import type { Birthday } from '#app/core/moments/parse-birthday.ts';
import type { Moment } from '#app/core/moments/moment-rules.ts';
import { birthdayLog, type BirthdayLogLine } from '#app/db/moments/birthday-log.server.ts';
import { birthdaysOf } from '#app/db/moments/birthdays.server.ts';
import { giftsOf } from '#app/db/moments/gifts.server.ts';
import { pool } from '#app/db/pool.server.ts';

export type MemberBirthday = {
  date: Birthday | null;
  /** Null where none can be named: no date, no gift published, or a member who is left out. */
  nextGiftOn: string | null;
  log: BirthdayLogLine[];
};

/** @param occasion the published one; null while the program is paused. @param pauses that are over */
export async function readMemberBirthday(
  shop: { id: number; timeZone: string },
  member: { id: string; blocked: boolean },
  occasion: Moment | null,
  pauses: readonly Pause[],
): Promise<MemberBirthday> {
  const [birthdays, gifts, log] = await Promise.all([
    birthdaysOf(pool(), shop.id, [member.id]),
    giftsOf(pool(), shop.id, [member.id]),
    birthdayLog(pool(), shop.id, member.id),
  ]);
  const told = birthdays.get(member.id)?.birthday ?? null;
  if (!told) return { date: null, nextGiftOn: null, log };
  const { month, day, year } = told;
  const given = gifts.get(member.id) ?? [];
  const last = { givenYear: lastGivenYear(given, 'birthday'), restUntil: restsUntil(given, 'birthday') };
  const comes = occasion && !member.blocked;
  const today = dayIn(shop.timeZone, now());
  return {
    date: { month, day, year },
    nextGiftOn: comes ? nextGiftOn({ ...told, ...last }, occasion, today, pauses) : null,
    log,
  };
}
