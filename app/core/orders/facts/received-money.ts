// "Goodwill takes its share": what the shopper had paid in all, asked of Shopify where an order's refunds gave more than they
// name. It holds for that state of the order's money only.
import { receivedKey } from '../../points/goodwill.ts';
import { versionOfOrder, type KnownOrder, type OrderOfMember, type ProgramHistory } from '../known-order.ts';
import type { FactKind } from './fact-kind.ts';

/**
 * In minor units of the currency paid, by `receivedId`; null where Shopify has the order no longer.
 */
export type AskedReceived = { received: Readonly<Record<string, number | null>> };

export const receivedMoney: FactKind<AskedReceived> = {
  missing: (order, program) => {
    const id = missingId(order, program);
    return id === null ? [] : [id];
  },
  isAsked: (id, { received }) => id in received,
  freeze: (facts, order, program, { received }) => {
    const minor = received[missingId(order, program) ?? ''];
    const of = order.newest && receivedKey(order.newest);
    return minor === undefined || !of ? facts : { ...facts, received: { of, minor } };
  },
};

/** Names an order in one state of its money: a payment that comes while Shopify is asked makes it another. */
function receivedId(order: KnownOrder, key: string): string {
  return `${order.orderId} ${key}`;
}

export function orderOfReceivedId(id: string): string {
  return id.split(' ')[0] ?? '';
}

/** Nobody has points of a guest's order yet, and none has any of an order from before the program. */
function missingId(order: OrderOfMember, program: ProgramHistory): string | null {
  const { newest, deleted, memberId, facts } = order;
  if (!newest || deleted || (memberId === null && newest.customerId === null)) return null;
  if (!versionOfOrder(order, program)) return null;
  const key = receivedKey(newest);
  return key === null || facts?.received?.of === key ? null : receivedId(order, key);
}
