// The parts that a kind of yearly moment is made of. A new kind is a file beside this, and a line in `moment-kinds.ts`.
import type { MonthDay, WindowDays } from '../calendar.ts';

/** A member's dates, by which kinds find their day. Days of the shop's calendar. */
export type MomentFacts = {
  birthday: (MonthDay & { setOn: string }) | null;
  joinedOn: string;
};

/** A member's date. Nothing comes for the year `afterYear` or before; `setOn` is null of dates that nobody tells. */
export type ToldDate = { date: MonthDay; setOn: string | null; afterYear: number };

/** A made-up member in a state of the gift. */
type Preview = {
  shopper: string;
  /** Days since the gift came; below 0 where it is still to come. */
  daysSince: (days: WindowDays) => number;
  /** Whether it has been given. */
  given: boolean;
};

/** Its words are in the texts, under its key. */
export type DeclaredMoment = {
  /** In rules, gifts and texts; for ever. */
  key: string;
  /** Members tell its date: a gift may wait after the telling. */
  told: boolean;
  /** The merchant may have the year asked for, too. */
  hasYear: boolean;
  dateOf: (facts: MomentFacts) => ToldDate | null;
  /** The values with which the form begins when it is switched on. */
  first: { points: string; daysBefore: string; daysAfter: string; waitDays: string };
  previews: readonly Preview[];
};
