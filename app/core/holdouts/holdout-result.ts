// What a comparison says: nothing of what a moment brings before its planned day, nothing of groups that are too small, and never more
// than was measured.
import { intervalOfDifference, intervalOfMean, type Interval, type Sample } from './intervals.ts';

/** One group's people: orders and money kept of each, between their own day and the planned one. */
export type Arm = { people: number; orders: Omit<Sample, 'people'>; kept: Omit<Sample, 'people'> };
export type Arms = { given: Arm; heldOut: Arm };

/** With fewer in either group the bounds are narrower than the truth, because few people spend most of the money. */
export const FEWEST_PEOPLE = 100;

export type ToldArm = { people: number; orders: Interval | null; kept: Interval | null };

/** Brings more, or less, money kept of each customer; `unsure`: it may be either. */
export type Verdict = 'more' | 'less' | 'unsure';

export type HoldoutResult =
  | { state: 'not-measured' }
  /** Published, and not over: no difference is told. */
  | { state: 'running'; until: string; given: ToldArm; heldOut: ToldArm }
  | { state: 'too-few'; until: string; given: ToldArm; heldOut: ToldArm }
  | {
      state: 'measured';
      until: string;
      given: ToldArm;
      heldOut: ToldArm;
      orders: Interval;
      kept: Interval;
      verdict: Verdict;
    };

/** @param today in the shop's calendar */
export function holdoutResult({ given, heldOut }: Arms, until: string, today: string): HoldoutResult {
  const told = { until, given: toldArm(given), heldOut: toldArm(heldOut) };
  if (today <= until) return { state: 'running', ...told };
  const difference = (of: 'orders' | 'kept') => intervalOfDifference(sample(given, of), sample(heldOut, of));
  const [orders, kept] = [difference('orders'), difference('kept')];
  const tooFew = Math.min(given.people, heldOut.people) < FEWEST_PEOPLE;
  if (tooFew || !orders || !kept) return { state: 'too-few', ...told };
  return { state: 'measured', ...told, orders, kept, verdict: verdictOf(kept) };
}

/** One number decides, and it was chosen beforehand: with two of them, one is off by chance twice as often. */
export function verdictOf({ low, high }: Interval): Verdict {
  if (low > 0) return 'more';
  return high < 0 ? 'less' : 'unsure';
}

const sample = (arm: Arm, of: 'orders' | 'kept'): Sample => ({ people: arm.people, ...arm[of] });

function toldArm(arm: Arm): ToldArm {
  return {
    people: arm.people,
    orders: intervalOfMean(sample(arm, 'orders')),
    kept: intervalOfMean(sample(arm, 'kept')),
  };
}
