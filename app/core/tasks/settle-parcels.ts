// What goes into which parcels of one member: due once the order is paid, listed until it is sent, gone when it is cancelled or given
// back whole, missed when it was sent without. What never went out goes into the order that is the first, or the third, instead.
import type { PackingRule } from '../moments/packing-rules.ts';
import type { NewTask, TaskState } from './task.ts';

/** A paid order of which something is kept. */
export type Parcel = {
  orderId: string;
  /** Which of the customer's orders it is; null while Shopify's own count isn't known. */
  number: number | null;
  /** Of the program, by which it goes. */
  version: number | null;
  /** All of it. */
  isSent: boolean;
  /** Something can be put into it: it is sent at all, and its customer takes part. */
  isOpen: boolean;
};

export type PackingTask = { cause: string; orderId: string; state: TaskState; isDone: boolean };

export type SettledParcels = {
  /** New ones, and such as move to another order. */
  put: (NewTask & { orderId: string; state: TaskState; rule: PackingRule })[];
  states: { memberId: string; cause: string; state: TaskState }[];
};

export function settleParcels(
  memberId: string,
  rules: ReadonlyMap<number, readonly PackingRule[]>,
  { parcels, tasks }: { parcels: readonly Parcel[]; tasks: readonly PackingTask[] },
): SettledParcels {
  const byOrder = new Map(parcels.map((parcel) => [parcel.orderId, parcel]));
  const now = tasks.map((task) => ({ ...task, is: stateOf(task, byOrder.get(task.orderId)) }));
  // What has no order any more is free for another one.
  const taken = new Set(now.filter(({ is }) => is !== 'gone').map(({ cause }) => cause));
  const bears = new Set(
    now.filter(({ is }) => is !== 'gone').map(({ cause, orderId }) => placeOf(cause, orderId)),
  );
  const put: SettledParcels['put'] = [];
  for (const parcel of parcels) {
    for (const rule of parcel.isOpen ? (rules.get(parcel.version ?? 0) ?? []) : []) {
      const cause = causeOf(rule, parcel, taken);
      // One of a kind, also where its number was another when it was put there.
      if (cause === null || bears.has(placeOf(cause, parcel.orderId))) continue;
      taken.add(cause);
      put.push({ ...newTask(memberId, cause, rule), orderId: parcel.orderId, state: first(parcel), rule });
    }
  }
  const moved = new Set(put.map(({ cause }) => cause));
  const states = now
    .filter(({ cause, state, is }) => state !== is && !moved.has(cause))
    .map(({ cause, is }) => ({ memberId, cause, state: is }));
  return { put, states };
}

function stateOf({ state, isDone }: PackingTask, parcel: Parcel | undefined): TaskState {
  if (!parcel) return 'gone';
  if (state === 'done' || isDone) return 'done';
  return first(parcel);
}

const first = ({ isSent }: Parcel): TaskState => (isSent ? 'missed' : 'open');

/** Of every third the order's own, else one of before that went with its order: it is due, and the number is another's by now. */
function causeOf(
  { key, n, every }: PackingRule,
  { number }: Parcel,
  taken: ReadonlySet<string>,
): string | null {
  if (number === null || (every ? number % n !== 0 : number !== n)) return null;
  for (let count = number; count > 0; count -= n) {
    const cause = `${key}/${count}`;
    if (!taken.has(cause)) return cause;
  }
  return null;
}

/** A moment's key in an order's parcel. */
const placeOf = (cause: string, orderId: string): string => `${cause.split('/')[0]} ${orderId}`;

function newTask(memberId: string, cause: string, { key, title, words }: PackingRule) {
  return { memberId, cause, momentKey: key, kind: 'packing' as const, words, reason: title };
}
