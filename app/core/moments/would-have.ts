// How often ready-made moments would have come in the last days, as far as it is known.
import type { CauseKind } from './causes/cause-kinds.ts';

export const WOULD_HAVE_DAYS = 90;

/** Orders of a member in the time: the number of the first of them, and of the last. */
export type NumberedOrders = { first: number; last: number; members: number };

/** Null: nobody knows. */
export type WouldHave = {
  joined: number;
  birthdays: number;
  anniversaries: number;
  newsletter: number | null;
  orders: readonly NumberedOrders[] | null;
  arrived: number | null;
  late: number | null;
  silent: number | null;
};

type Wanted = { kind: CauseKind; n: number; every: boolean };
type Count = (known: WouldHave, wanted: Wanted) => number | null;

/** What nobody tells beforehand, and what is only given by hand, can't be counted. */
const COUNTS: Record<CauseKind, Count> = {
  joined: ({ joined }) => joined,
  'nth-order': ({ orders }, { n, every }) => orders && countNth(orders, n, every),
  birthday: ({ birthdays }) => birthdays,
  anniversary: ({ anniversaries }) => anniversaries,
  'life-date': () => null,
  newsletter: ({ newsletter }) => newsletter,
  'parcel-arrived': ({ arrived }) => arrived,
  'parcel-late': ({ late }) => late,
  silent: ({ silent }) => silent,
  'by-hand': () => null,
};

export function wouldHave(known: WouldHave, wanted: Wanted): number | null {
  return COUNTS[wanted.kind](known, wanted);
}

function countNth(orders: readonly NumberedOrders[], n: number, every: boolean): number {
  const reached = ({ first, last }: NumberedOrders) =>
    every ? Math.floor(last / n) - Math.floor((first - 1) / n) : Number(first <= n && n <= last);
  return orders.reduce((sum, group) => sum + reached(group) * group.members, 0);
}
