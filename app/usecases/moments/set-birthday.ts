// The shopper tells the birthday, the merchant enters or corrects it. The request key is made once per dialog, so that a
// repeated request sets the date once.
import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import { now } from '#app/clock.server.ts';
import { isErasedCustomer } from '#app/core/members/erased-customer.ts';
import { dayIn } from '#app/core/values/days.ts';
import {
  isSameDay,
  requestProblem,
  shopperRefusal,
  type BirthdayRefusal,
  type BirthdaySetter,
} from '#app/core/moments/birthday-request.ts';
import { lastGivenYear, restsUntil } from '#app/core/moments/last-given.ts';
import { nextGiftOn } from '#app/core/moments/next-gift.ts';
import { isMomentPaused } from '#app/core/moments/paused-moments.ts';
import { pausesOf, type Pause } from '#app/core/moments/running-moments.ts';
import type { Birthday } from '#app/core/moments/parse-birthday.ts';
import type { Moment } from '#app/core/moments/moment-rules.ts';
import {
  birthdaysOf,
  BY_SHOPPER,
  setBirthdays,
  type StoredBirthday,
} from '#app/db/moments/birthdays.server.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { giftsOf } from '#app/db/moments/gifts.server.ts';
import type { LockedMember } from '#app/db/members/members.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { stopWaiting } from '#app/db/storefront/refused-members.server.ts';
import { publishedVersion, shopProgram } from '#app/db/program/programs.server.ts';
import { changeMember, type MemberToChange, type WhichMember } from '../members/change-member.ts';

/** `nextGiftOn` is null where no gift can be named: no date, no birthday occasion, or a member who is left out. */
export type SetBirthdayResult =
  | { ok: true; repeated: boolean; birthday: Birthday | null; nextGiftOn: string | null }
  | ({ ok: false } & BirthdayRefusal);

type Request = {
  shopId: number;
  who: WhichMember;
  date: Birthday | null;
  by: BirthdaySetter;
  requestKey: string;
  requestHash: string;
  at: Date;
  today: string;
  occasion: Moment | null;
  /** Null while the program is paused. */
  pauses: readonly Pause[] | null;
};

const refuse = (refusal: BirthdayRefusal): SetBirthdayResult => ({ ok: false, ...refusal });

/** `date` null removes it. The year is kept only where the program asks for it. Safe to run twice and in parallel. */
export async function setBirthday(
  shopId: number,
  who: WhichMember,
  date: Birthday | null,
  by: BirthdaySetter,
  requestKey: string,
  at: Date = now(),
): Promise<SetBirthdayResult> {
  const program = await shopProgram(pool(), shopId);
  if (!program) return refuse({ field: null, reason: 'no-member' });
  const today = dayIn(program.timeZone, at);
  const problem = requestProblem(date, by, today);
  if (problem) return refuse(problem);
  const { rules } = publishedVersion(program);
  const { occasions } = rules;
  const paused = rules.paused ?? isMomentPaused(rules, 'birthday');
  const pauses = paused ? null : pausesOf(program.versions, program.timeZone, 'birthday');
  const occasion = occasions.find(({ kind }) => kind === 'birthday') ?? null;
  const kept = date && { ...date, year: occasion?.asksYear ? date.year : null };
  const requestHash = createHash('sha256').update(JSON.stringify({ date, by })).digest('hex');
  const request = { shopId, who, date: kept, by, requestKey, requestHash, at, today, occasion, pauses };
  return changeMember(shopId, who, at, (client, of) => carryOut(client, request, of));
}

async function carryOut(
  client: PoolClient,
  request: Request,
  of: MemberToChange | null,
): Promise<SetBirthdayResult> {
  const { shopId, who, date, by, requestKey, today } = request;
  if (!of || isGone(of.named, who)) return refuse({ field: null, reason: 'no-member' });
  const { member } = of;
  const known = (await birthdaysOf(client, shopId, [member.id])).get(member.id) ?? {
    birthday: null,
    log: [],
  };
  const before = known.log.find((each) => each.requestKey === requestKey);
  if (before && before.requestHash !== request.requestHash) {
    return refuse({ field: null, reason: 'other-request' });
  }
  if (before) return answer(client, request, member, known, true);
  const refusal = by.kind === 'shopper' && shopperRefusal(date, { blocked: member.blocked, ...known }, today);
  if (refusal) return refuse(refusal);
  return answer(client, request, member, await write(client, request, member, known), false);
}

/** The page of a member who was merged, erased or left has nothing to set; a merged customer's date is the survivor's. */
function isGone(member: LockedMember, who: WhichMember): boolean {
  return (
    'memberId' in who &&
    (member.isLeft || member.mergedIntoId !== null || isErasedCustomer(member.customerId))
  );
}

/** Telling the same again changes nothing; the year added to the same day doesn't make it wait anew. */
async function write(
  client: PoolClient,
  { shopId, date, by, requestKey, requestHash, at, today }: Request,
  member: LockedMember,
  known: StoredBirthday,
): Promise<StoredBirthday> {
  const same = date && known.birthday && isSameDay(date, known.birthday) ? known.birthday : null;
  if (date === known.birthday || (same && same.year === date?.year)) return known;
  const birthday = date && { ...date, setOn: same?.setOn ?? today };
  const maker =
    by.kind === 'merchant'
      ? { madeBy: by.userId, reason: by.reason.trim() }
      : { madeBy: BY_SHOPPER, reason: null };
  const change = { memberId: member.id, birthday, requestKey, requestHash, ...maker };
  await setBirthdays(client, shopId, [change], at);
  if (by.kind === 'shopper') await stopWaiting(client, shopId, [member.id]);
  await enqueue(client, 'sync_members', { shopId });
  await enqueue(client, 'sweep_occasions', { shopId });
  return { ...known, birthday };
}

async function answer(
  client: PoolClient,
  { shopId, date, occasion, pauses, today }: Request,
  member: LockedMember,
  { birthday }: StoredBirthday,
  repeated: boolean,
): Promise<SetBirthdayResult> {
  const told = { ok: true, repeated, birthday: date, nextGiftOn: null } as const;
  if (!birthday || !occasion || !pauses || member.blocked) return told;
  const gifts = (await giftsOf(client, shopId, [member.id])).get(member.id) ?? [];
  const last = { givenYear: lastGivenYear(gifts, 'birthday'), restUntil: restsUntil(gifts, 'birthday') };
  return { ...told, nextGiftOn: nextGiftOn({ ...birthday, ...last }, occasion, today, pauses) };
}
