// The shopper tells the birthday, the merchant enters or corrects it. The request key is made once per dialog, so that a
// repeated request sets the date once.
import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import { now } from '#app/clock.server.ts';
import { dayIn } from '#app/core/values/days.ts';
import {
  isSameDay,
  requestProblem,
  shopperRefusal,
  type BirthdayRefusal,
  type BirthdaySetter,
} from '#app/core/moments/birthday-request.ts';
import { lastGivenYear } from '#app/core/moments/last-given.ts';
import { nextGiftOn } from '#app/core/moments/next-gift.ts';
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
import { lockMembers, type LockedMember } from '#app/db/members/members.server.ts';
import { survivorOf } from '#app/core/members/survivor-of.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { publishedVersion, shopProgram } from '#app/db/program/programs.server.ts';

/** A shopper is known by the customer, and becomes a member by telling; the merchant picks a member. */
export type WhoseBirthday = { customerId: string } | { memberId: string };

/** `nextGiftOn` is null where no gift can be named: no date, no birthday occasion, or a member who is left out. */
export type SetBirthdayResult =
  | { ok: true; repeated: boolean; birthday: Birthday | null; nextGiftOn: string | null }
  | ({ ok: false } & BirthdayRefusal);

type Request = {
  shopId: number;
  who: WhoseBirthday;
  date: Birthday | null;
  by: BirthdaySetter;
  requestKey: string;
  requestHash: string;
  at: Date;
  today: string;
  occasion: Moment | null;
};

const refuse = (refusal: BirthdayRefusal): SetBirthdayResult => ({ ok: false, ...refusal });

/** `date` null removes it. The year is kept only where the program asks for it. Safe to run twice and in parallel. */
export async function setBirthday(
  shopId: number,
  who: WhoseBirthday,
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
  const { occasions } = publishedVersion(program).rules;
  const occasion = occasions.find(({ kind }) => kind === 'birthday') ?? null;
  const kept = date && { ...date, year: occasion?.asksYear ? date.year : null };
  const requestHash = createHash('sha256').update(JSON.stringify({ date, by })).digest('hex');
  const request = { shopId, who, date: kept, by, requestKey, requestHash, at, today, occasion };
  for (;;) {
    const result = await withTransaction((client) => carryOut(client, request));
    // A merge came between the look and the lock: the next look sees it.
    if (result !== 'merged-meanwhile') return result;
  }
}

async function carryOut(
  client: PoolClient,
  request: Request,
): Promise<SetBirthdayResult | 'merged-meanwhile'> {
  const { shopId, who, date, by, requestKey, at, today } = request;
  const { found, locked } = await lockWhom(client, shopId, who, at);
  if (!found || isGone(found, who)) return refuse({ field: null, reason: 'no-member' });
  const member = survivorOf(found, locked);
  if (!member) return 'merged-meanwhile';
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

async function lockWhom(client: PoolClient, shopId: number, who: WhoseBirthday, at: Date) {
  if ('memberId' in who) {
    const locked = await lockMembers(client, shopId, { customerIds: [], memberIds: [who.memberId] }, at);
    return { locked, found: locked.find(({ id }) => id === who.memberId) };
  }
  const locked = await lockMembers(client, shopId, { customerIds: [who.customerId], memberIds: [] }, at);
  return { locked, found: locked.find(({ customerId }) => customerId === who.customerId) };
}

/** The page of a member who was merged or erased has nothing to set; a merged customer's date is the survivor's. */
function isGone(member: LockedMember, who: WhoseBirthday): boolean {
  return 'memberId' in who && (member.mergedIntoId !== null || member.customerId.startsWith('-'));
}

/** What was told already changes nothing; the year added to the same day doesn't make it wait anew. */
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
  await enqueue(client, 'sync_members', { shopId });
  await enqueue(client, 'sweep_occasions', { shopId });
  return { ...known, birthday };
}

async function answer(
  client: PoolClient,
  { shopId, date, occasion, today }: Request,
  member: LockedMember,
  { birthday }: StoredBirthday,
  repeated: boolean,
): Promise<SetBirthdayResult> {
  const told = { ok: true, repeated, birthday: date, nextGiftOn: null } as const;
  if (!birthday || !occasion || member.blocked) return told;
  const gifts = (await giftsOf(client, shopId, [member.id])).get(member.id) ?? [];
  const givenYear = lastGivenYear(gifts, 'birthday');
  return { ...told, nextGiftOn: nextGiftOn({ ...birthday, givenYear }, occasion, today) };
}
