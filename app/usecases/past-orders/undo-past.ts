// What past orders earned is taken back from members who have spent nothing of it: their orders are again from before the program.
import type { PoolClient } from 'pg';
import { now } from '#app/clock.server.ts';
import type { Unit } from '#app/core/values/units.ts';
import { unitsOf } from '#app/core/values/units.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { loadLotBooks, lotBookKey } from '#app/db/ledger/lots.server.ts';
import { membersAfter } from '#app/db/members/members-after.server.ts';
import { lockMembers } from '#app/db/members/members.server.ts';
import { postedByOrders } from '#app/db/orders/due-orders.server.ts';
import { letEarnNothing, lockEarning, type EarningOrder } from '#app/db/past-orders/past-members.server.ts';
import { changePastOrders, type PastOrdersRow } from '#app/db/past-orders/past-orders.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { applyWithin } from '../orders/apply-orders.ts';
import type { PastShop } from './go-on-with-past.ts';
import { later } from './later.ts';

const AT_ONCE = 50;
const ALIVE_MS = 120_000;

export async function undoPast(shop: PastShop, row: PastOrdersRow): Promise<boolean> {
  let { spentMembers } = row;
  for (let after = row.afterMember; ;) {
    const memberIds = await membersAfter(pool(), shop.id, after, AT_ONCE);
    const isEnd = memberIds.length < AT_ONCE;
    after = memberIds.at(-1) ?? after;
    const spent = await withTransaction(async (client) => {
      const found = await undoMembers(client, shop, memberIds);
      const change = {
        afterMember: isEnd ? '0' : after,
        spentMembers: spentMembers + found,
        dueAt: isEnd ? null : later(ALIVE_MS),
      };
      const kept = await changePastOrders(client, shop.id, 'undoing', {
        ...change,
        ...(isEnd && { step: 'undone' as const, counted: null }),
      });
      if (!kept) throw new Stopped();
      return found;
    }).catch(stopped);
    if (spent === null || isEnd) return false;
    spentMembers += spent;
  }
}

/** Somebody stopped it: what was done of these members isn't. */
class Stopped extends Error {}

function stopped(error: unknown): null {
  if (error instanceof Stopped) return null;
  throw error;
}

/** The ledger follows in the same transaction: nobody can spend between the look and the taking. @returns who had spent of it */
export async function undoMembers(
  client: PoolClient,
  shop: PastShop,
  memberIds: readonly string[],
): Promise<number> {
  const { id, program } = shop;
  if (memberIds.length === 0) return 0;
  await lockMembers(client, id, { customerIds: [], memberIds }, now());
  const earning = await lockEarning(client, id, memberIds);
  if (earning.length === 0) return 0;
  const spent = await membersWhoSpent(client, id, earning);
  const orderIds = earning.filter(({ memberId }) => !spent.has(memberId)).map(({ orderId }) => orderId);
  if (orderIds.length > 0) {
    await letEarnNothing(client, id, orderIds);
    await applyWithin(client, id, program, orderIds);
    await enqueue(client, 'apply_orders', { shopId: id });
  }
  return spent.size;
}

/** Whose lots of these orders aren't whole any more. */
async function membersWhoSpent(
  client: PoolClient,
  shopId: number,
  earning: readonly EarningOrder[],
): Promise<ReadonlySet<string>> {
  const posted = await postedByOrders(
    client,
    shopId,
    earning.map(({ orderId }) => orderId),
  );
  const has = new Map<string, { memberId: string; unit: Unit; amount: number; orderIds: Set<string> }>();
  for (const { orderId, memberId } of earning) {
    const { order = {}, 'free-unit': free = {} } = posted.get(orderId) ?? {};
    for (const unit of unitsOf(order, free)) {
      const key = lotBookKey(memberId, unit);
      const one = has.get(key) ?? { memberId, unit, amount: 0, orderIds: new Set<string>() };
      one.amount += (order[unit]?.sum ?? 0) + (free[unit]?.sum ?? 0);
      one.orderIds.add(orderId);
      has.set(key, one);
    }
  }
  const wanted = [...has.values()].map(({ memberId, unit }) => ({ member: { id: memberId }, unit }));
  const { books } = await loadLotBooks(client, shopId, wanted);
  const short = [...has].filter(([key, { amount, orderIds }]) => {
    const lots = books.get(key)?.book.lots ?? [];
    const left = lots.reduce((sum, { orderId, rest }) => sum + (orderIds.has(orderId ?? '') ? rest : 0), 0);
    return left < amount;
  });
  return new Set(short.map(([, { memberId }]) => memberId));
}
