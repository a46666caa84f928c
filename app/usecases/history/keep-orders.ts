// What is kept of orders follows the orders, in the transaction that applies them.
import type { PoolClient } from 'pg';
import { now } from '#app/clock.server.ts';
import { keptOrder, type KeptOrder } from '#app/core/history/kept-order.ts';
import { ownerAfter, type EvaluatedOrder } from '#app/core/orders/evaluate-orders.ts';
import type { ProgramHistory } from '#app/core/orders/known-order.ts';
import type { TitleBook } from '#app/core/stamps/free-on-line.ts';
import { saveFirstKept, saveKeptAgain, type KeptOfOrder } from '#app/db/history/kept-orders.server.ts';
import type { LockedMember } from '#app/db/members/members.server.ts';
import type { DueOrder } from '#app/db/orders/due-orders.server.ts';

type Evaluated = EvaluatedOrder<DueOrder, LockedMember>;

export type Beside = {
  program: Pick<ProgramHistory, 'timeZone'>;
  book: TitleBook;
  /** Codes of vouchers that the orders name. */
  codes: readonly string[];
};

/** Returns the members whose purchases changed: the ledger's writer keeps their caches with their balances. */
export async function keepOrders(
  client: PoolClient,
  shopId: number,
  evaluated: readonly Evaluated[],
  beside: Beside,
): Promise<ReadonlySet<string>> {
  const ours = { book: beside.book, codes: new Set(beside.codes) };
  const told = (isFirst: boolean) =>
    evaluated.filter(({ order }) => order.isFirst === isFirst).map((each) => keptOf(each, beside, ours));
  const at = now();
  const first = await saveFirstKept(client, shopId, told(true), at);
  const again = await saveKeptAgain(client, shopId, told(false), at);
  return new Set([...first, ...again]);
}

/** What somebody bought stays known, whatever they earn; of whom Shopify asked to be forgotten, and of who left, nothing does. */
function keptOf(
  { order, member, evaluation, closed }: Evaluated,
  { program }: Beside,
  ours: { book: TitleBook; codes: ReadonlySet<string> },
): KeptOfOrder {
  const memberId = ownerAfter(order, member);
  const { orderId, erased } = order;
  if (memberId === null || erased || closed) return { orderId, kept: null };
  const countsTests = evaluation.version?.rules.counts.testOrders ?? true;
  const by = { timeZone: program.timeZone, countsTests, ours };
  const kept: KeptOrder | null = keptOrder(order, evaluation.facts, by);
  return { orderId, kept: kept && { ...kept, memberId } };
}
