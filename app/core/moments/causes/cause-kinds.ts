// Every kind of cause, in the order in which screens show them: one line each.
import { anniversary } from './anniversary.ts';
import { birthday } from './birthday.ts';
import { byHand } from './by-hand.ts';
import type { DeclaredCause } from './cause-kind.ts';
import { joined } from './joined.ts';
import { lifeDate } from './life-date.ts';
import { newsletter } from './newsletter.ts';
import { nthOrder } from './nth-order.ts';
import { parcelArrived } from './parcel-arrived.ts';
import { parcelLate } from './parcel-late.ts';
import { silent } from './silent.ts';

export const CAUSES = [
  joined,
  nthOrder,
  birthday,
  anniversary,
  lifeDate,
  newsletter,
  parcelArrived,
  parcelLate,
  silent,
  byHand,
] as const;

export type CauseKind = (typeof CAUSES)[number]['key'];

export const CAUSE_KINDS: readonly CauseKind[] = CAUSES.map(({ key }) => key);

/** Its fields are of the kind that is asked for. */
export function causeOf(kind: CauseKind): DeclaredCause<CauseKind> {
  const found = CAUSES.find(({ key }) => key === kind);
  if (!found) throw new Error(`no such cause: ${String(kind)}`);
  return found as unknown as DeclaredCause<CauseKind>;
}
