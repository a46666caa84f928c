// One member as the member's page shows it: what there is, and where it comes from.
import { lifetimeOf, type Lifetime } from '#app/core/points/lifetime.ts';
import { isMomentPaused } from '#app/core/moments/paused-moments.ts';
import type { Moment } from '#app/core/moments/moment-rules.ts';
import type { Localized } from '#app/core/values/languages.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import {
  memberDetail,
  memberEntries,
  memberOrders,
  ordersToAddUp,
  type MemberDetail,
  type MemberEntry,
  type MemberOrder,
} from '#app/db/members/member-page.server.ts';
import { openGifts, type OpenGift } from '#app/db/choosing/open-choices.server.ts';
import { openDataRequestIds } from '#app/db/members/people-requests.server.ts';
import { noticesOfMember, type NoticeOfMember } from '#app/db/notices/notices-of-member.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { memberRewards, type MemberRewards } from '#app/db/rewards/member-rewards.server.ts';
import { readPublished } from '../editing/read-published.ts';
import { readPurchases, type AfterPurchase, type ReadPurchases } from '../history/read-purchases.ts';
import { readMemberDates, type MemberLifeDate } from '../life-dates/read-member-dates.ts';
import { readMemberBirthday, type MemberBirthday } from '../moments/read-member-birthday.ts';

export type ReadMember = {
  member: MemberDetail;
  birthday: MemberBirthday;
  lifeDates: MemberLifeDate[];
  /** This and what follows: of the published program. */
  birthdayGift: Moment | null;
  cards: ProgramRules['cards'];
  names: ProgramRules['names'];
  pointsOff: boolean;
  /** That program is paused. */
  paused: boolean;
  /** Its birthday's gift is, by itself. */
  giftPaused: boolean;
  /** That program can't be read. */
  unreadable: boolean;
  rewards: MemberRewards;
  /** Of which one is still to be chosen. */
  openGifts: OpenGift[];
  /** Of the published program, too: what a hand may give. */
  givable: { key: string; title: Localized }[];
  orders: MemberOrder[];
  entries: MemberEntry[];
  hasMore: boolean;
  purchases: ReadPurchases;
  notices: NoticeOfMember[];
  /** Null where the orders are too many to be added up. */
  lifetime: Lifetime | null;
  /** The customer has asked for a copy of their data. */
  dataRequested: boolean;
};

/** The shop's answer for that number: nobody, somebody who was merged into another member, or a member. */
export type MemberAnswer = null | { mergedInto: string } | ReadMember;

/** @param before id of the entry that the history goes on behind; null shows the newest */
export async function readMember(
  shop: { id: number; timeZone: string; currency: string },
  id: string,
  before: string | null,
  bought: AfterPurchase | null = null,
): Promise<MemberAnswer> {
  const member = await memberDetail(pool(), shop.id, id);
  if (!member) return null;
  if (member.mergedIntoId !== null) return { mergedInto: member.mergedIntoId };
  const [history, orders, added, rewards, open, published, requests, purchases, notices, lifeDates] =
    await Promise.all([
      memberEntries(pool(), shop.id, id, before),
      memberOrders(pool(), shop.id, id),
      ordersToAddUp(pool(), shop.id, id),
      memberRewards(pool(), shop.id, id),
      openGifts(pool(), shop.id, id),
      readPublished(shop),
      openDataRequestIds(pool(), shop.id, member.customerId),
      readPurchases(shop, id, bought),
      noticesOfMember(pool(), shop.id, id),
      readMemberDates(shop.id, id),
    ]);
  const { rules, unreadable, pauses } = published;
  const { cards, names, occasions, paused = false, pointsOff = false } = rules;
  const lifetime = added && lifetimeOf(added, shop.currency);
  const birthdayGift = occasions.find(({ kind }) => kind === 'birthday') ?? null;
  const giftPaused = isMomentPaused(rules, 'birthday');
  const gives = !paused && !giftPaused;
  const birthday = await readMemberBirthday(shop, member, gives ? birthdayGift : null, pauses);
  const dataRequested = requests.length > 0;
  const ofProgram = { birthdayGift, cards, names, pointsOff, paused, giftPaused, unreadable };
  const givable = (rules.rewards ?? []).map(({ key, title }) => ({ key, title }));
  const has = { rewards, openGifts: open, givable, orders, purchases, notices, ...history };
  return { member, birthday, lifeDates, ...ofProgram, ...has, lifetime, dataRequested };
}
