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
  /** Something in it goes by parcel: not all of it is digital, or was edited away. */
  ships: boolean;
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
  const now = statesNow(tasks, byOrder);
  const there = now.filter(({ is }) => is !== 'gone');
  // What has no order any more is free for another one.
  const taken = new Set(there.map(({ cause }) => cause));
  const bears = new Set(there.map(placeOf));
  const put: SettledParcels['put'] = [];
  for (const parcel of parcels) {
    for (const rule of parcel.isOpen && parcel.ships ? (rules.get(parcel.version ?? 0) ?? []) : []) {
      const cause = causeOf(rule, parcel, taken);
      // One of a kind, also where its number was another when it was put there.
      if (cause === null || bears.has(placeOf({ cause, orderId: parcel.orderId }))) continue;
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

/** What went with its order comes back with it, unless another one of the kind is in that parcel by now: merges bring such. */
function statesNow(tasks: readonly PackingTask[], byOrder: ReadonlyMap<string, Parcel>) {
  const bears = new Set(tasks.filter(({ state }) => state !== 'gone').map(placeOf));
  return tasks.map((task) => {
    const isBack = task.state !== 'gone' || !bears.has(placeOf(task));
    bears.add(placeOf(task));
    return { ...task, is: isBack ? stateOf(task, byOrder.get(task.orderId)) : ('gone' as const) };
  });
}

function stateOf({ state, isDone }: PackingTask, parcel: Parcel | undefined): TaskState {
  if (!parcel) return 'gone';
  // What left with it has left, whatever came back since.
  if (!parcel.ships) return parcel.isSent && (state === 'done' || state === 'missed') ? state : 'gone';
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
const placeOf = ({ cause, orderId }: Pick<PackingTask, 'cause' | 'orderId'>): string =>
  `${cause.split('/')[0]} ${orderId}`;

function newTask(memberId: string, cause: string, { key, title, words }: PackingRule) {
  return { memberId, cause, momentKey: key, kind: 'packing' as const, words, reason: title };
}
