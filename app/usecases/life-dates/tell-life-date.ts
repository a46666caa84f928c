// The shopper tells a date of life under the name that the merchant gives it, the merchant enters or corrects it. The request key is
// made once per dialog, so that a repeated request sets the date once.
import type { PoolClient } from 'pg';
import { now } from '#app/clock.server.ts';
import {
  lifeDateProblem,
  lifeDateRefusal,
  lifeDateRules,
  type LifeDateRefusal,
  type LifeDateRequest,
} from '#app/core/life-dates/life-date-request.ts';
import { isErasedCustomer } from '#app/core/members/erased-customer.ts';
import { isSameDay } from '#app/core/moments/birthday-request.ts';
import { shortHash } from '#app/core/rewards/reward-value.ts';
import { dayIn } from '#app/core/values/days.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { lifeDatesOf, setLifeDate, type StoredLifeDate } from '#app/db/life-dates/life-dates.server.ts';
import type { LockedMember } from '#app/db/members/members.server.ts';
import { BY_SHOPPER } from '#app/db/moments/birthdays.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { publishedVersion, shopProgram } from '#app/db/program/programs.server.ts';
import { stopWaiting } from '#app/db/storefront/refused-members.server.ts';
import { changeMember, type MemberToChange, type WhichMember } from '../members/change-member.ts';

export type WantedLifeDate = LifeDateRequest & { momentKey: string; requestKey: string };

export type TellLifeDateResult = { ok: true } | ({ ok: false } & LifeDateRefusal);

type Request = WantedLifeDate & { shopId: number; who: WhichMember; hash: string; today: string; at: Date };

const NOTHING_TOLD: StoredLifeDate = { date: null, consentHash: null, log: [] };

const refuse = (refusal: LifeDateRefusal): TellLifeDateResult => ({ ok: false, ...refusal });

/** `date` null removes it. Safe to run twice and in parallel. */
export async function tellLifeDate(
  shopId: number,
  who: WhichMember,
  wanted: WantedLifeDate,
  at: Date = now(),
): Promise<TellLifeDateResult> {
  const program = await shopProgram(pool(), shopId);
  if (!program) return refuse({ field: null, reason: 'no-member' });
  const today = dayIn(program.timeZone, at);
  const { moments } = publishedVersion(program).rules;
  const rule = lifeDateRules(moments).find(({ key }) => key === wanted.momentKey) ?? null;
  const problem = lifeDateProblem(wanted, rule, today);
  if (problem) return refuse(problem);
  const hash = shortHash(JSON.stringify([wanted.momentKey, wanted.date, wanted.by]));
  const request = { ...wanted, shopId, who, hash, today, at };
  return changeMember(shopId, who, at, (client, of) => carryOut(client, request, of));
}

async function carryOut(
  client: PoolClient,
  request: Request,
  of: MemberToChange | null,
): Promise<TellLifeDateResult> {
  const { shopId, who, momentKey, requestKey, hash, today } = request;
  if (!of || isGone(of.named, who)) return refuse({ field: null, reason: 'no-member' });
  const { member } = of;
  const all = await lifeDatesOf(client, shopId, member.id);
  const known = all.get(momentKey) ?? NOTHING_TOLD;
  const before = known.log.find((each) => each.requestKey === requestKey);
  if (before && before.requestHash !== hash) return refuse({ field: null, reason: 'other-request' });
  if (before) return { ok: true };
  const refusal = lifeDateRefusal(request, { blocked: member.blocked, ...known }, today);
  if (refusal) return refuse(refusal);
  await write(client, request, member, known);
  return { ok: true };
}

/** The page of a member who was merged, erased or left has nothing to set. */
function isGone(member: LockedMember, who: WhichMember): boolean {
  return (
    'memberId' in who &&
    (member.isLeft || member.mergedIntoId !== null || isErasedCustomer(member.customerId))
  );
}

/**
 * Telling the same again changes nothing, unless the words are others by now: they are what was agreed to last. The year added to the
 * same day doesn't make it wait anew.
 */
async function write(
  client: PoolClient,
  { shopId, momentKey, date, by, agreed, requestKey, hash, today, at }: Request,
  member: LockedMember,
  known: StoredLifeDate,
): Promise<void> {
  const same = date && known.date && isSameDay(date, known.date) ? known.date : null;
  const newWords = by.kind === 'shopper' && agreed !== known.consentHash;
  if (date === known.date || (same && same.year === date?.year && !newWords)) return;
  const set = date && { ...date, setOn: same?.setOn ?? today };
  const maker =
    by.kind === 'merchant'
      ? { madeBy: by.userId, reason: by.reason.trim(), consentHash: null }
      : { madeBy: BY_SHOPPER, reason: null, consentHash: date && agreed };
  const change = { memberId: member.id, momentKey, date: set, requestKey, requestHash: hash, ...maker };
  await setLifeDate(client, shopId, change, at);
  if (by.kind === 'shopper') await stopWaiting(client, shopId, [member.id]);
  await enqueue(client, 'sync_members', { shopId });
  await enqueue(client, 'sweep_occasions', { shopId });
}
