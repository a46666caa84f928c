// Gives what a moment of the list brings, once per cause and person: at once where it is one thing, else there for the member to
// choose. Whoever was drawn by lot gets nothing, and so does who comes after the most that it gives.
import type { PoolClient } from 'pg';
import { isTask, offeredBy, type OfferedGift } from '#app/core/moments/moment-gift.ts';
import type { MomentExplanation } from '#app/core/moments/moment-explanation.ts';
import type { MomentRule } from '#app/core/moments/moment-rule.ts';
import { isPoints } from '#app/core/rewards/gift.ts';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import { addDays } from '#app/core/values/days.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { touchMembers, type LockedMember } from '#app/db/members/members.server.ts';
import { beginGifts, type GivenBy, type NewGift } from '#app/db/rewards/gifts.server.ts';
import { give, type Giving } from '../rewards/give.ts';
import { isDrawnOut } from '../holdouts/drawn-out.ts';
import { noticesOf } from '../notices/notices-of-moments.ts';
import { writeNotices } from '../notices/write-notices.ts';
import { makeTask, type TaskToMake } from '../tasks/make-task.ts';
import { belowCeilings } from './below-ceilings.ts';

export type MomentToGive = {
  /** Locked, and merged into nobody. */
  member: LockedMember;
  rule: MomentRule;
  version: number;
  cause: string;
  /** The day on which it became due, and the last on which it is given. */
  on: string;
  until: string;
  orderId: string | null;
  /** The question before the offer. */
  wordsAlone: boolean;
  asked?: { by: GivenBy; hash: string };
};

/** `rewards` of the published program; `today` is the shop's. */
export type GivingNow = { rewards: readonly Reward[]; today: string; at: Date };

/** In the caller's transaction, safe to repeat. Returns the causes of those to whom something was given or offered. */
export async function giveMoments(
  client: PoolClient,
  shopId: number,
  wanted: readonly MomentToGive[],
  now: GivingNow,
): Promise<MomentToGive[]> {
  if (wanted.length === 0) return [];
  const below = await belowCeilings(client, shopId, wanted, now);
  const heldOut = below.filter((each) => isDrawnOut(each, now.today));
  await beginGifts(
    client,
    shopId,
    heldOut.map((each) => heldOutOf(each, now)),
  );
  const drawnIn = below.filter((each) => !heldOut.includes(each));
  const atOnce = drawnIn.filter((each) => bringsAtOnce(each));
  const { given, waiting } = await give(
    client,
    shopId,
    atOnce.map((each) => givingOf(each, now)),
    now,
  );
  // After the rewards: a note that is due with one isn't asked for.
  const others = await withTheirTasks(
    client,
    shopId,
    drawnIn.filter((each) => !atOnce.includes(each)),
    now,
  );
  const begun = await beginGifts(
    client,
    shopId,
    others.map((each) => giftOf(each, now)),
  );
  if (begun.length > 0) {
    const memberIds = begun.map(({ memberId }) => memberId);
    await touchMembers(client, shopId, memberIds);
    await enqueue(client, 'sync_members', { shopId });
  }
  const brought = [...given, ...waiting].map(({ member, cause }) => ({ memberId: member.id, cause }));
  const names = new Set([...brought, ...begun].map(({ memberId, cause }) => `${memberId}/${cause}`));
  const done = drawnIn.filter(({ member, cause }) => names.has(`${member.id}/${cause}`));
  await writeNotices(client, shopId, noticesOf(done, now), now.at);
  return done;
}

/** A note or a call that isn't to be is no gift either: two within a year, or a note beside a reward. */
async function withTheirTasks(
  client: PoolClient,
  shopId: number,
  wanted: readonly MomentToGive[],
  now: GivingNow,
): Promise<MomentToGive[]> {
  const due: MomentToGive[] = [];
  for (const each of wanted) {
    const task = toMake(each, shopId, now);
    const made = task === null ? 'there' : await makeTask(client, task);
    if (made === 'made' || made === 'there') due.push(each);
  }
  return due;
}

function toMake(wanted: MomentToGive, shopId: number, { today, at }: GivingNow): TaskToMake | null {
  const { rule, member, cause, orderId, wordsAlone } = wanted;
  const [one, ...more] = rule.offers;
  if (wordsAlone || one?.kind !== 'task' || one.task === 'packing' || more.length > 0) return null;
  const because = { cause, momentKey: rule.key, reason: rule.title, orderId };
  return { shopId, memberId: member.id, kind: one.task, words: one.words, ...because, on: today, at };
}

/** One thing that is points or a code. */
function bringsAtOnce({ rule, wordsAlone }: MomentToGive): boolean {
  const [one, ...more] = rule.offers;
  return !wordsAlone && one !== undefined && more.length === 0 && one.kind !== 'task';
}

const becauseOf = ({ member, rule, version, cause, orderId, asked }: MomentToGive, { at }: GivingNow) => ({
  member,
  cause,
  programVersion: version,
  givenAt: at,
  of: { momentKey: rule.key, orderId },
  asked,
});

function givingOf(wanted: MomentToGive, now: GivingNow): Giving {
  const [gives] = offeredBy(wanted.rule, now.rewards);
  if (!gives || isTask(gives)) throw new Error(`moment ${wanted.rule.key} brings nothing at once`);
  const because = becauseOf(wanted, now);
  if (!isPoints(gives)) return { ...because, gives };
  return { ...because, gives, explanation: explanationOf(wanted, gives.points) };
}

function explanationOf({ rule, version, on, until }: MomentToGive, points: number): MomentExplanation {
  const { key, kind, title } = rule;
  return { v: 1, moment: key, kind, title, on, until, points, version };
}

/** Words, a task, or something to choose. */
function giftOf(wanted: MomentToGive, now: GivingNow): NewGift {
  const { member, asked, of, ...because } = becauseOf(wanted, now);
  const offers = wanted.wordsAlone ? [] : offeredBy(wanted.rule, now.rewards);
  const request = { memberId: member.id, requestHash: asked?.hash ?? '', by: asked?.by ?? null };
  const plain = { ...because, ...request, of };
  if (offers.length > 1) {
    const choice = { offers, openUntil: addDays(now.today, wanted.rule.openDays) };
    return { ...plain, of: { ...of, choice }, gives: { kind: 'nothing' }, state: 'open' };
  }
  return { ...plain, gives: taskOf(offers) ?? { kind: 'nothing' } };
}

/** A row, and nothing else: no page and no message changes. */
function heldOutOf(wanted: MomentToGive, now: GivingNow): NewGift {
  const { member, asked, ...because } = becauseOf(wanted, now);
  const request = { memberId: member.id, requestHash: asked?.hash ?? '', by: asked?.by ?? null };
  return { ...because, ...request, gives: { kind: 'nothing' }, state: 'held-out' };
}

function taskOf([one]: readonly OfferedGift[]) {
  return one && isTask(one) ? one : null;
}
