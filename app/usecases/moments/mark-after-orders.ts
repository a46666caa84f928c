// An order may be somebody's third, or their first here: the ledger's writer marks them with their balance, and the sweep is asked to
// look, in the transaction that applied it.
import type { PoolClient } from 'pg';
import type { AppliedOrders } from '#app/core/orders/applied-orders.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { dayIn } from '#app/core/values/days.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { areMarked, markQuiet, type Buyers } from '#app/db/moments/mark-for-moments.server.ts';

/** Where more come together, orders are being caught up with, and the sweep would hold them up: the minute's bell rings it. */
const MOST_AT_ONCE = 20;

type Buying = { rules: ProgramRules; timeZone: string; memberIds: readonly string[]; at: Date };

/** Of the members of orders, once for each order; undefined where no moment asks for any. */
export function buyersOf({ rules, timeZone, memberIds, at }: Buying): Buyers | undefined {
  const { moments = [], paused } = rules;
  if (paused || !moments.some(({ kind }) => kind === 'nth-order' || kind === 'joined')) return undefined;
  const orders = new Map<string, number>();
  for (const id of memberIds) orders.set(id, (orders.get(id) ?? 0) + 1);
  return { rules: moments, orders, today: dayIn(timeZone, at) };
}

export async function markAfterOrders(client: PoolClient, applied: AppliedOrders): Promise<void> {
  const { shopId } = applied;
  await markAfterReturns(client, applied);
  const buyers = buyersOf(applied);
  if (!buyers || buyers.orders.size > MOST_AT_ONCE) return;
  const { marked, uncounted } = await areMarked(client, shopId, [...buyers.orders.keys()]);
  if (marked) await enqueue(client, 'sweep_occasions', { shopId });
  if (uncounted) await enqueue(client, 'read_history', { shopId });
}

/** Whoever sent their last order back has been away since the one before it: its day may be over already. New orders alone bring nobody. */
async function markAfterReturns(client: PoolClient, applied: AppliedOrders): Promise<void> {
  const { shopId, rules, orderIds, arrived, ownerIds, timeZone, at } = applied;
  const silences = (rules.moments ?? []).flatMap((rule) =>
    rule.kind === 'silent' ? [rule.when.leastDays] : [],
  );
  if (silences.length === 0 || orderIds.length === arrived.length) return;
  const quiet = { today: dayIn(timeZone, at), leastDays: Math.min(...silences) };
  const marked = await markQuiet(client, shopId, ownerIds, quiet);
  if (marked > 0 && ownerIds.length <= MOST_AT_ONCE) await enqueue(client, 'sweep_occasions', { shopId });
}
