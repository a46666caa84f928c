// One batch of a sweep: who is due what is decided anew under the members' locks, and given.
import type { PoolClient } from 'pg';
import { startOfDay } from '#app/core/values/days.ts';
import { bearsOneOf } from '#app/core/members/bears-one-of.ts';
import type { DueGift, SweepDays } from '#app/core/moments/due-gifts.ts';
import type { GiftExplanation } from '#app/core/moments/gift-explanation.ts';
import { momentCause } from '#app/core/moments/moment-cause.ts';
import { rewardOfOffer, rewardOnTheDay } from '#app/core/moments/reward-of-moment.ts';
import type { RunningMoment } from '#app/core/moments/running-moments.ts';
import type { RunningRule } from '#app/core/moments/running-rules.ts';
import { whoOf } from '#app/core/moments/who-of-moment.ts';
import { tagsAllow } from '#app/core/who/who.ts';
import type { PointsGift } from '#app/core/rewards/gift.ts';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import { lockMembers, type LockedMember } from '#app/db/members/members.server.ts';
import { haveLookedAt } from '#app/db/moments/moments.server.ts';
import { versionInForce } from '#app/db/moments/version-in-force.server.ts';
import { noticeOfGift } from '../notices/notice-of-gift.ts';
import { writeNotices } from '../notices/write-notices.ts';
import { give, type Giving } from '../rewards/give.ts';
import { giveMoments, type MomentToGive } from './give-moment.ts';
import { dueOf, needsTags, NOTHING, readSwept, type Due, type Swept } from './read-swept.ts';

export type Sweep = {
  shopId: number;
  domain: string;
  timeZone: string;
  /** The published one when it began. */
  version: number;
  running: readonly RunningMoment[];
  /** Moments of the list. */
  rules: readonly RunningRule[];
  /** Of the published program. */
  rewards: readonly Reward[];
  leftOutTags: readonly string[];
  days: SweepDays;
  at: Date;
};

/** Tags of the customers who were asked at Shopify. */
export type KnownTags = Readonly<Record<string, readonly string[]>>;

/**
 * In the caller's transaction. Members whose tags aren't known stay to be looked at. Returns how many gifts were given; null where
 * another version is published by now: nothing is given by this one, and nobody counts as looked at.
 */
export async function giveGifts(
  client: PoolClient,
  sweep: Sweep,
  memberIds: readonly string[],
  tags: KnownTags,
): Promise<number | null> {
  const { shopId, days, at, rewards } = sweep;
  if ((await versionInForce(client, shopId)) !== sweep.version) return null;
  const locked = await lockMembers(client, shopId, { customerIds: [], memberIds }, at);
  const byId = new Map(locked.map((member) => [member.id, member]));
  const members = await readSwept(client, sweep, memberIds);
  const decided = members.map((member) => ({ member, due: decide(member, sweep, tags) }));
  const all = decided.flatMap(({ member, due }) => {
    const lockedMember = byId.get(member.id);
    return lockedMember && due ? [{ member: lockedMember, due }] : [];
  });
  const givings = all.flatMap(({ member, due }) => due.gifts.map((gift) => givingOf(member, gift, sweep)));
  const moments = all.flatMap(({ member, due }) =>
    due.moments.map((moment): MomentToGive => ({ member, ...moment })),
  );
  const { given, waiting } = await give(client, shopId, givings, { today: days.today, at });
  await writeNotices(
    client,
    shopId,
    [...given, ...waiting].map((each) => noticeOfGift(each, days.today)),
    at,
  );
  const brought = await giveMoments(client, shopId, moments, { rewards, today: days.today, at });
  const looked = decided.filter(({ due }) => due !== null).map(({ member }) => member.id);
  await haveLookedAt(client, shopId, looked);
  return given.length + waiting.length + brought.length;
}

/** Null while it can't be decided. */
function decide(member: Swept, sweep: Sweep, tags: KnownTags): Due | null {
  const due = dueOf(member, sweep);
  if (!needsTags(due, sweep)) return due;
  const known = tags[member.customerId];
  if (!known) return null;
  if (bearsOneOf(sweep.leftOutTags, known)) return NOTHING;
  return {
    gifts: due.gifts.filter(({ occasion }) => tagsAllow(whoOf(occasion), known)),
    moments: due.moments.filter(({ rule }) => tagsAllow(rule.who, known)),
  };
}

function givingOf(member: LockedMember, gift: DueGift, sweep: Sweep): Giving {
  const { occasion, version, year, on, late } = gift;
  const { timeZone, at, days, rewards } = sweep;
  const { kind, offer } = occasion;
  const givenAt = late && on === days.today ? at : startOfDay(timeZone, on);
  const because = { member, cause: momentCause(kind, year), programVersion: version, givenAt };
  if (offer.kind === 'points') return { ...because, gives: offer, explanation: explanationOf(gift, offer) };
  const reward = rewardOfOffer(offer, rewards);
  // Nothing is published that gives what isn't there.
  if (!reward) throw new Error(`version ${version} gives a reward that it doesn’t have: ${offer.key}`);
  return { ...because, gives: rewardOnTheDay(reward) };
}

function explanationOf(gift: DueGift, { points }: PointsGift): GiftExplanation {
  const { occasion, version, year, on, until, late } = gift;
  const { kind, daysBefore, daysAfter } = occasion;
  const rule = { points, daysBefore, daysAfter, version };
  return { v: 1, occasion: kind, year, on, until, ...rule, late };
}
