// An order's tellings through the app's own rules: evaluated and posted after each, as the job may.
import { evaluateOrder } from '#app/core/orders/evaluate-order.ts';
import type { KnownOrder } from '#app/core/orders/known-order.ts';
import { NOTHING_TOLD, tellSnapshot } from '#app/core/snapshots/merge-news.ts';
import type { OrderTelling } from '#app/core/snapshots/merge-news.ts';
import { receivedKey } from '#app/core/points/goodwill.ts';
import type { PostedByUnit } from '#app/core/orders/order-corrections.ts';
import type { OrderEntryKind } from '#app/core/orders/order-explanation.ts';
import type { OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import type { Amounts } from '#app/core/values/units.ts';
import { at, version } from '#tests/support/factories.ts';
import { firstFacts } from '#tests/support/first-facts.ts';

const program = { versions: [version()], earnsFrom: new Date(at('08:00')), timeZone: 'Europe/Dublin' };

/** What Shopify, asked about it, would say it had received. */
export type Received = ReadonlyMap<OrderSnapshot, number>;

type Posted = Record<OrderEntryKind, PostedByUnit>;

/** What is known of an order after its tellings; `posted` grows by what they bring. */
function post(telling: OrderTelling, deleted: boolean, posted: Posted, received: Received): Amounts {
  const [newest, paid] = [telling.newest?.snapshot ?? null, telling.paid?.snapshot ?? null];
  const orderId = newest?.orderId ?? '';
  const known: KnownOrder = { orderId, newest, paid, deleted, facts: null, programVersion: null };
  const of = newest && receivedKey(newest);
  const minor = (newest && received.get(newest)) ?? null;
  const facts = { ...firstFacts(known, program), ...(of && { received: { of, minor } }) };
  const { corrections, pending } = evaluateOrder(known, program, facts, posted);
  for (const { kind, unit, amount } of corrections) {
    const before = posted[kind][unit] ?? { sum: 0, count: 0 };
    posted[kind][unit] = { sum: before.sum + amount, count: before.count + 1 };
  }
  return pending;
}

/** Points at the end; `tied` when the app would have to ask Shopify. */
export function tellAll(
  snapshots: readonly OrderSnapshot[],
  deleted = false,
  received: Received = new Map<OrderSnapshot, number>(),
) {
  let telling: OrderTelling = NOTHING_TOLD;
  let pending: Amounts = {};
  const posted: Posted = { order: {}, 'free-unit': {} };
  for (const snapshot of snapshots) {
    const text = JSON.stringify(snapshot);
    telling = tellSnapshot(telling, { snapshot, text, hash: text });
    pending = post(telling, false, posted, received);
  }
  if (deleted) pending = post(telling, true, posted, received);
  return { points: posted.order.points?.sum ?? 0, pending: pending.points ?? 0, tied: telling.tied };
}
