// "Your card is full", "the refund took 19 points back": what the orders' own entries tell. Where nobody outside the shop is told,
// nothing is read.
import type { PoolClient } from 'pg';
import type { AppliedOrders } from '#app/core/orders/applied-orders.ts';
import { cardKeyOf } from '#app/core/values/units.ts';
import {
  entriesToTell,
  kindsByFlow,
  type NewNotice,
  type ToldEntry,
} from '#app/db/notices/notices.server.ts';
import { writeNotices } from './write-notices.ts';

/** What is older was told, or was to be told nobody. */
const WITHIN_MS = 10 * 60_000;

export async function noticeAfterOrders(client: PoolClient, applied: AppliedOrders): Promise<void> {
  const { shopId, orderIds, at } = applied;
  const kinds = await kindsByFlow(client, shopId);
  if (!kinds.includes('card-full') && !kinds.includes('points-taken')) return;
  const entries = await entriesToTell(client, shopId, orderIds, new Date(at.getTime() - WITHIN_MS));
  await writeNotices(
    client,
    shopId,
    entries.map((entry) => noticeOf(entry, applied)),
    at,
  );
}

function noticeOf({ memberId, unit, seq, amount, orderId }: ToldEntry, { rules }: AppliedOrders): NewNotice {
  const key = cardKeyOf(unit);
  const cause = `${unit}/${seq}`;
  if (key === null) return { memberId, kind: 'points-taken', cause, facts: { points: 0 - amount, orderId } };
  const title = rules.cards.find((card) => card.key === key)?.title;
  return { memberId, kind: 'card-full', cause, facts: title ? { title } : {} };
}
