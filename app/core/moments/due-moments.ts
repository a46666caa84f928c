// What a member is due of the list of moments when a sweep looks: what became due since a moment runs, is open still, and wasn't
// given to the person before.
import { addDays } from '../values/days.ts';
import { earlierDay, laterDay } from './calendar.ts';
import { causeOf } from './causes/cause-kinds.ts';
import type { CauseFacts, GivenBefore, Occurrence } from './causes/cause-kind.ts';
import { firstDayToSweep, type DaysLeftOut, type SweepDays } from './due-gifts.ts';
import type { MomentRule } from './moment-rule.ts';
import { fellInPause } from './running-moments.ts';
import type { RunningRule } from './running-rules.ts';

export type CauseMember = CauseFacts & {
  /** What the person was given, by the moment's key. */
  givenOf: Readonly<Record<string, readonly GivenBefore[]>>;
  /** Keys of moments that aren't for them: who it is for is asked of the database. */
  notFor?: ReadonlySet<string>;
  /** Times left out that are over. */
  leftOut?: readonly DaysLeftOut[];
};

export type DueMoment = {
  rule: MomentRule;
  version: number;
  /** `<moment key>/<occurrence>`. */
  cause: string;
  /** The day on which it became due. */
  on: string;
  /** The last day on which it is given. */
  until: string;
  orderId: string | null;
  /** The words come now, and no gift yet. */
  wordsAlone: boolean;
};

/** Whoever is left out is due nothing, which isn't asked here; nor is that of which it can't be said yet. */
export function dueMoments(
  member: CauseMember,
  running: readonly RunningRule[],
  days: SweepDays,
): DueMoment[] {
  const forThem = running.filter(({ rule }) => !member.notFor?.has(rule.key));
  return forThem.flatMap((each) => openOf(member, each, days));
}

function openOf(
  member: CauseMember,
  { rule, since, version, pauses }: RunningRule,
  days: SweepDays,
): DueMoment[] {
  const { key, kind, when } = rule;
  const cause = causeOf(kind);
  const given = member.givenOf[key] ?? [];
  const look = { key, given, from: firstDayToSweep(days), today: days.today };
  // A rule's numbers are of its kind, which the list of kinds can't say of each.
  return cause.occurrences(when as never, member, look).flatMap((occurrence) => {
    const { name, on, countsTo = on, waits = false } = occurrence;
    const until = occurrence.until ?? addDays(on, cause.lateDays);
    const isOpen = on <= days.today && earlierDay(look.from, days.today) <= until && since <= countsTo;
    const isGiven = given.some((before) => before.name === name);
    if (!isOpen || waits || isGiven || isShut(member, occurrence, until, pauses)) return [];
    return [dueOf(rule, version, occurrence, { since, until, today: days.today })];
  });
}

/** It fell in a pause, or into a time for which they were left out until it was over. */
function isShut(
  { leftOut = [] }: CauseMember,
  { on }: Occurrence,
  until: string,
  pauses: RunningRule['pauses'],
): boolean {
  return fellInPause(on, pauses) || leftOut.some((time) => time.from < on && until < time.until);
}

function dueOf(
  rule: MomentRule,
  version: number,
  { name, on, orderId, wordsAlone }: Occurrence,
  { since, until, today }: { since: string; until: string; today: string },
): DueMoment {
  const first = earlierDay(laterDay(on, since), today);
  const what = { cause: `${rule.key}/${name}`, orderId: orderId ?? null, wordsAlone: wordsAlone === true };
  return { rule, version, on: first, until, ...what };
}
