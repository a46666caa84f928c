// "Who hasn't come for longer than usual is asked; the offer follows one rhythm later, and then it is quiet for a year": what each look at
// somebody must have brought, from the days of the orders that they keep.
import { daysLater } from './terms.ts';

export type Given = { name: string; on: string };
type When = { factor: number; leastDays: number; fallbackDays: number };

/** `since`: the day on which the moment began. Days of pauses at which it ran for a while are their first and their last. */
export type Silence = {
  since: string;
  had: readonly Given[];
  pauses: readonly { from: string; until: string }[];
  /** Days on which the shop was swept, with the days of the orders that were kept by then, oldest first. */
  looks: readonly { day: string; bought: readonly string[] }[];
};

const QUIET_DAYS = 365;
/** So many days after its day each of both is still given. */
const LATE_DAYS = 30;

/** All that they have in the end. */
export function reckonSilence(when: When, { since, had, pauses, looks }: Silence): Given[] {
  const given = [...had];
  const isPaused = (on: string) => pauses.some(({ from, until }) => from < on && on < until);
  let before = since;
  for (const { day, bought } of looks) {
    const from = daysLater(before, 1);
    before = day;
    const next = nextOf(when, bought, given);
    if (!next || given.some(({ name }) => name === next.name) || isPaused(next.on)) continue;
    const isOpen = since <= next.on && next.on <= day && from <= daysLater(next.on, LATE_DAYS);
    if (isOpen) given.push({ name: next.name, on: day });
  }
  return given;
}

/** What comes next, and from which day on. */
function nextOf(
  { factor, leastDays, fallbackDays }: When,
  bought: readonly string[],
  given: readonly Given[],
): Given | null {
  const last = bought.at(-1);
  if (last === undefined) return null;
  const rhythm = rhythmOf(bought);
  const ask = Math.max(leastDays, rhythm === null ? fallbackDays : factor * rhythm);
  const on = daysLater(last, ask);
  const asked = given.find(({ name }) => name === `${last}-ask`);
  if (!asked) {
    const isQuiet = given.some((one) => daysLater(one.on, QUIET_DAYS) > on);
    return isQuiet ? null : { name: `${last}-ask`, on };
  }
  const [inTime, late] = [daysLater(on, rhythm ?? fallbackDays), daysLater(asked.on, rhythm ?? fallbackDays)];
  return { name: `${last}-offer`, on: late > inTime ? late : inTime };
}

/** The middle one of the gaps between days of orders, of two the smaller; null below two such days. */
function rhythmOf(days: readonly string[]): number | null {
  const gaps = days.slice(1).map((day, place) => (Date.parse(day) - Date.parse(days[place] ?? '')) / 86_400_000);
  const inOrder = gaps.filter((gap) => gap > 0).sort((a, b) => a - b);
  return inOrder[Math.ceil(inOrder.length / 2) - 1] ?? null;
} // prettier-ignore
