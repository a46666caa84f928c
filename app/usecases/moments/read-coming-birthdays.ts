// The page of birthdays: who has one in the next 30 days, whether the gift was given, and what gifts brought.
import { now } from '#app/clock.server.ts';
import { addDays, dayIn, startOfDay } from '#app/core/values/days.ts';
import type { Period } from '#app/core/figures/home-figures.ts';
import { momentWindow } from '#app/core/moments/calendar.ts';
import { comingDays, yearOfGift, type BirthdayOffer } from '#app/core/moments/coming-gifts.ts';
import { lastGivenYear, restsUntil } from '#app/core/moments/last-given.ts';
import { whoOf } from '#app/core/moments/who-of-moment.ts';
import { isMomentPaused } from '#app/core/moments/paused-moments.ts';
import { pausedSince } from '#app/core/program/paused.ts';
import { countTold, readGiftFigures, type GiftFigures } from '#app/db/moments/birthday-figures.server.ts';
import {
  comingBirthdays,
  countComing,
  type ComingBirthday,
  type ComingCursor,
} from '#app/db/moments/coming-birthdays.server.ts';
import { giftsOf } from '#app/db/moments/gifts.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { publishedVersion, shopProgram } from '#app/db/program/programs.server.ts';
import { membersAmongOn } from '#app/db/who/members-among.server.ts';
import { EVERYBODY, type Who } from '#app/core/who/who.ts';
import { waitingFor } from '../who/waiting-rules.ts';

/** Without a published gift members stand in the list on their birthdays. */
const NO_OFFER: BirthdayOffer = { daysBefore: 0, daysAfter: 0, waitDays: 0 };

/** `fits`: its conditions hold as things stand, but for tags; null where a collection that decides isn't read. */
export type ShownBirthday = ComingBirthday & { given: boolean; fits: boolean | null };

export type ComingBirthdays = {
  today: string;
  members: ShownBirthday[];
  hasPrevious: boolean;
  hasNext: boolean;
  count: number;
  /** For whom the published gift is, in conditions; null without one. */
  who: Who | null;
  told: number;
  figures: GiftFigures;
  /** When the pause began that goes on: until it ends nobody is given anything. Null while the program runs. */
  pausedSince: Date | null;
  /** The same of the birthday's gift alone. */
  giftPausedSince: Date | null;
};

type Row = { on: string; id: string };
/** The row that the page comes behind, or before; neither is the first page. */
export type PlaceInList = { after: Row | null; before: Row | null };

export async function readComingBirthdays(
  shop: { id: number; timeZone: string },
  place: PlaceInList,
  period: Period,
): Promise<ComingBirthdays> {
  const program = await shopProgram(pool(), shop.id);
  if (!program) throw new Error(`shop ${shop.id} is missing`);
  const today = dayIn(shop.timeZone, now());
  const occasion = publishedVersion(program).rules.occasions.find(({ kind }) => kind === 'birthday');
  const offer = occasion ?? NO_OFFER;
  const days = comingDays(offer, today);
  const [page, count, told, figures] = await Promise.all([
    comingBirthdays(pool(), shop.id, days, cursorOf(place)),
    countComing(pool(), shop.id, days),
    countTold(pool(), shop.id),
    readGiftFigures(pool(), shop.id, periodOf(shop.timeZone, today, period)),
  ]);
  const who = occasion ? whoOf(occasion) : null;
  const meant = await whoFits(shop.id, who ?? EVERYBODY, page.members, offer);
  const given = await withGiven(shop.id, page.members, offer);
  const members = given.map((member) => ({ ...member, fits: meant && meant.has(member.id) }));
  const { versions, publishedVersion: number } = program;
  const paused = {
    pausedSince: pausedSince(versions, number),
    giftPausedSince: pausedSince(versions, number, (rules) => isMomentPaused(rules, 'birthday')),
  };
  return { ...page, members, today, count, who, told, figures, ...paused };
}

function cursorOf({ after, before }: PlaceInList): ComingCursor {
  if (before !== null) return { side: 'before', ...before };
  return after !== null ? { side: 'after', ...after } : null;
}

/** As the home page's: the last days, today included. */
function periodOf(timeZone: string, today: string, period: Period): { from: Date; to: Date } {
  return {
    from: startOfDay(timeZone, addDays(today, 1 - period)),
    to: startOfDay(timeZone, addDays(today, 1)),
  };
}

/** Each as of the first day of their window, as the sweep asks it; null where nobody can tell. */
async function whoFits(shopId: number, who: Who, members: readonly ComingBirthday[], offer: BirthdayOffer) {
  if ((await waitingFor(pool(), shopId, who)).length > 0) return null;
  const asked = members.map((member) => {
    const year = yearOfGift(member, offer, member.giftOn);
    const day = year === null ? member.giftOn : momentWindow(member, year, offer).from;
    return { memberId: member.id, day };
  });
  const found = await membersAmongOn(pool(), shopId, who, asked);
  return new Set(found.map(({ memberId }) => memberId));
}

async function withGiven(shopId: number, members: readonly ComingBirthday[], offer: BirthdayOffer) {
  const gifts = await giftsOf(
    pool(),
    shopId,
    members.map(({ id }) => id),
  );
  return members.map((member) => {
    const given = gifts.get(member.id) ?? [];
    const last = lastGivenYear(given, 'birthday');
    const year = yearOfGift(member, offer, member.giftOn);
    const rests = (restsUntil(given, 'birthday') ?? '') > member.giftOn;
    return { ...member, given: rests || (last !== null && year !== null && last >= year) };
  });
}
