// An order as it is known before it is evaluated, and the version of the program under which it stands.
import type { ProgramVersion } from '../program/program-rules.ts';
import type { OrderFacts } from '../snapshots/order-facts.ts';
import type { OrderSnapshot } from '../snapshots/order-snapshot.ts';
import { pickVersion } from './pick-version.ts';

export type KnownOrder = {
  orderId: string;
  newest: OrderSnapshot | null;
  paid: OrderSnapshot | null;
  deleted: boolean;
  facts: OrderFacts | null;
  programVersion: number | null;
};

/** With whom it belonged to when it was last applied; null for a guest's order, which is claimed later or never. */
export type OrderOfMember = KnownOrder & {
  memberId: string | null;
  /** That member's customer. */
  memberCustomerId?: string | null;
  /** It names nobody, because its customer was taken off it. */
  takenOff?: boolean;
  /** Of somebody who left the program. */
  closed?: boolean;
};

/** The shop's program as it is and was. `timeZone` is the shop's IANA name. */
export type ProgramHistory = { versions: readonly ProgramVersion[]; earnsFrom: Date; timeZone: string };

/** Frozen once it is known; picked by the order's own time until then. Null before the program's start. */
export function versionOfOrder(order: KnownOrder, program: ProgramHistory): ProgramVersion | null {
  if (order.programVersion !== null) {
    return program.versions.find(({ number }) => number === order.programVersion) ?? null;
  }
  if (!order.newest) return null;
  return pickVersion(program.versions, program.earnsFrom, new Date(order.newest.processedAt));
}
