// What past orders would bring, added up member by member, with those who would get the most.
import { z } from 'zod';
import { POINTS, unitsOf, type Amounts } from '../values/units.ts';

const large = z.object({ memberId: z.string(), customerId: z.string(), orders: z.int(), points: z.int() });

/** As it is kept for the merchant to look at. */
export const countedOrders = z.object({
  orders: z.int(),
  /** Orders that were looked at, with those that can't be counted; what an older release counted doesn't say. */
  looked: z.int().optional(),
  /** Orders of which Shopify doesn't say what the rules go by, and what some of them are called. */
  untold: z.object({ orders: z.int(), names: z.array(z.string()) }).optional(),
  /** Orders that would earn something. */
  earning: z.int(),
  members: z.int(),
  points: z.int(),
  /** By card. */
  stamps: z.record(z.string(), z.int()),
  /** The most points first, ten at most. */
  largest: z.array(large),
  /** Members who could have a reward at once, and those with a full card. */
  withReward: z.int(),
  withFullCard: z.int(),
});
export type CountedOrders = z.infer<typeof countedOrders>;

export const NOTHING_COUNTED: CountedOrders = {
  orders: 0,
  looked: 0,
  earning: 0,
  members: 0,
  points: 0,
  stamps: {},
  largest: [],
  withReward: 0,
  withFullCard: 0,
};

export type CountedMember = {
  memberId: string;
  customerId: string;
  orders: number;
  /** Orders of these that earn something. */
  earning: number;
  gets: Amounts;
  /** What the member has by now. */
  points: number;
  fullCards: boolean;
};

const LARGEST = 10;

/** @param cheapest the points of the cheapest reward; null where there is none */
export function addCounted(
  sum: CountedOrders,
  member: CountedMember,
  cheapest: number | null,
): CountedOrders {
  const { memberId, customerId, orders, earning, gets, fullCards } = member;
  const points = gets[POINTS] ?? 0;
  const stamps = { ...sum.stamps };
  for (const unit of unitsOf(gets))
    if (unit !== POINTS) stamps[unit] = (stamps[unit] ?? 0) + (gets[unit] ?? 0);
  const one = { memberId, customerId, orders, points };
  const largest = [...sum.largest, ...(points > 0 ? [one] : [])]
    .sort((a, b) => b.points - a.points)
    .slice(0, LARGEST);
  const hasReward =
    cheapest !== null && points > 0 && member.points < cheapest && member.points + points >= cheapest;
  return {
    ...sum,
    orders: sum.orders + orders,
    earning: sum.earning + earning,
    members: sum.members + (earning > 0 ? 1 : 0),
    points: sum.points + points,
    stamps,
    largest,
    withReward: sum.withReward + (hasReward ? 1 : 0),
    withFullCard: sum.withFullCard + (fullCards ? 1 : 0),
  };
}

const MOST_NAMES = 5;

export function addUntold(sum: CountedOrders, looked: number, untold: readonly string[]): CountedOrders {
  const before = sum.untold ?? { orders: 0, names: [] };
  const names = [...before.names, ...untold].slice(0, MOST_NAMES);
  return {
    ...sum,
    looked: (sum.looked ?? 0) + looked,
    ...(names.length > 0 && { untold: { orders: before.orders + untold.length, names } }),
  };
}
