// Three months of a coffee roaster: who bought what on which day. The same at every call, so that every demo is alike.
import { Random } from '#tests/torture/random.ts';
import { PEOPLE } from './people.ts';
import type { Bought, PlannedOrder } from './planned-order.ts';
import { STORY_ORDERS } from './stories.ts';

/** From the beginning to today. */
export const DAYS = 91;
/** Orders are told to the app at the end of a week: the last is over yesterday. */
export const WEEK_ENDS = [7, 14, 21, 28, 35, 42, 49, 56, 63, 70, 77, 84, 90];
/** When a week ends on its last day, in minutes of UTC. */
export const END_MINUTE = 18 * 60;

const SEED = 6;
const OPENS = 8 * 60;
const COFFEES = [
  'morning-house',
  'night-shift',
  'ethiopia-guji',
  'colombia-huila',
  'kenya-nyeri',
  'brazil-cerrado',
];
const OTHERS = ['cone-dripper', 'enamel-cup', 'paper-filters'];
/** Weeks between two orders of one person; 0: they bought once. */
const HABITS = [
  { weight: 5, weeks: 2 },
  { weight: 4, weeks: 3 },
  { weight: 3, weeks: 1 },
  { weight: 3, weeks: 5 },
  { weight: 4, weeks: 0 },
];
const QUANTITIES = [
  { weight: 6, units: 1 },
  { weight: 6, units: 2 },
  { weight: 2, units: 3 },
  { weight: 1, units: 6 },
];

/** Oldest first. */
export function plannedOrders(): PlannedOrder[] {
  const random = new Random(SEED);
  const orders = PEOPLE.flatMap(({ email }, index) => ordersOf(email, index, random.fork()));
  return [...orders, ...STORY_ORDERS].sort((a, b) => a.day - b.day || a.minute - b.minute);
}

function ordersOf(buyer: string, index: number, random: Random): PlannedOrder[] {
  const favourites = [random.pick(COFFEES), random.pick(COFFEES)];
  const { weeks } = random.weighted(HABITS);
  const orders: PlannedOrder[] = [];
  for (let week = firstWeek(index); week < WEEK_ENDS.length; week += weeks) {
    const isFirst = orders.length === 0;
    orders.push({ ...timeIn(week, isFirst, random), buyer, bought: basket(favourites, random) });
    if (weeks === 0) break;
  }
  return orders;
}

/** Twelve come at once, then fewer each week; nobody new in the last. */
const firstWeek = (index: number) =>
  index < 12 ? 0 : Math.floor(((index - 12) / (PEOPLE.length - 12)) * 11) + 1;

/**
 * Anyone's first order lies on its week's last day: the app dates joining by its own clock, which is there when it is told.
 * At most one order a week: the free coffee in a cart is that of stamps which the storefront knows.
 */
function timeIn(week: number, isFirst: boolean, random: Random): Pick<PlannedOrder, 'day' | 'minute'> {
  const last = WEEK_ENDS[week] ?? DAYS;
  const first = (WEEK_ENDS[week - 1] ?? 0) + 1;
  const day = isFirst ? last : random.whole(first, last);
  return { day, minute: random.whole(OPENS, END_MINUTE - 1) };
}

function basket(favourites: string[], random: Random): Bought[] {
  const coffee: Bought = [random.pick(favourites), random.weighted(QUANTITIES).units];
  return random.chance(0.15) ? [coffee, [random.pick(OTHERS), 1]] : [coffee];
}
