// One batch of a sweep: who is due what is decided anew under the members' locks, and given.
import type { PoolClient } from 'pg';
import { startOfDay } from '#app/core/values/days.ts';
import { bearsOneOf } from '#app/core/members/bears-one-of.ts';
import { dueGifts, type DueGift, type SweepDays } from '#app/core/moments/due-gifts.ts';
import type { GiftExplanation } from '#app/core/moments/gift-explanation.ts';
import { momentCause } from '#app/core/moments/moment-cause.ts';
import { rewardOfOffer, rewardOnTheDay } from '#app/core/moments/reward-of-moment.ts';
import type { RunningMoment } from '#app/core/moments/running-moments.ts';
import type { PointsGift } from '#app/core/rewards/gift.ts';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import type { Queryable } from '#app/db/pool.server.ts';
import { lockMembers, type LockedMember } from '#app/db/members/members.server.ts';
import { haveLookedAt, sweptMembers, type SweptMember } from '#app/db/moments/moments.server.ts';
import { give, type Giving } from '../rewards/give.ts';

export type Sweep = {
  shopId: number;
  domain: string;
  timeZone: string;
  running: readonly RunningMoment[];
  /** Of the published program. */
  rewards: readonly Reward[];
  leftOutTags: readonly string[];
  days: SweepDays;
  at: Date;
};

/** Tags of the customers who were asked at Shopify. */
export type KnownTags = Readonly<Record<string, readonly string[]>>;

/** With their orders only where a rule asks for them. */
export function readMembers(
  db: Queryable,
  { shopId, running, days }: Sweep,
  memberIds: readonly string[],
): Promise<SweptMember[]> {
  const withOrders = running.some(({ occasion }) => occasion.who === 'ordered');
  return sweptMembers(db, shopId, memberIds, withOrders, days.today);
}

/** Empty for who is out. Looks at the member's own days as well: since something of theirs changed. */
export function dueOf(member: SweptMember, { running, days }: Sweep): DueGift[] {
  return member.out ? [] : dueGifts(member, running, { ...days, lookFrom: member.lookFrom });
}

/** In the caller's transaction. Members whose tags aren't known stay to be looked at. Returns how many gifts were given. */
export async function giveGifts(
  client: PoolClient,
  sweep: Sweep,
  memberIds: readonly string[],
  tags: KnownTags,
): Promise<number> {
  const { shopId, days, at } = sweep;
  const locked = await lockMembers(client, shopId, { customerIds: [], memberIds }, at);
  const byId = new Map(locked.map((member) => [member.id, member]));
  const members = await readMembers(client, sweep, memberIds);
  const decided = members.map((member) => ({ member, due: decide(member, sweep, tags) }));
  const givings = decided.flatMap(({ member, due }) => {
    const lockedMember = byId.get(member.id);
    return lockedMember && due ? due.map((gift) => givingOf(lockedMember, gift, sweep)) : [];
  });
  const { given, waiting } = await give(client, shopId, givings, { today: days.today, at });
  const looked = decided.filter(({ due }) => due !== null).map(({ member }) => member.id);
  await haveLookedAt(client, shopId, looked);
  return given.length + waiting.length;
}

/** Null while it can't be decided. */
function decide(member: SweptMember, sweep: Sweep, tags: KnownTags): DueGift[] | null {
  const { leftOutTags } = sweep;
  const due = dueOf(member, sweep);
  if (due.length === 0 || leftOutTags.length === 0) return due;
  const known = tags[member.customerId];
  if (!known) return null;
  return bearsOneOf(leftOutTags, known) ? [] : due;
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
