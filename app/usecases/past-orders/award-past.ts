// Past orders begin to earn: they are given a version, and the ledger follows as ever. Each earns once, however often it is said.
import type { PoolClient } from 'pg';
import { now } from '#app/clock.server.ts';
import { dayIn } from '#app/core/values/days.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { membersAfter } from '#app/db/members/members-after.server.ts';
import { lockMembers } from '#app/db/members/members.server.ts';
import { letEarn } from '#app/db/past-orders/past-members.server.ts';
import { changePastOrders, type PastOrdersRow } from '#app/db/past-orders/past-orders.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { earnsSince } from './count-past.ts';
import type { PastShop } from './go-on-with-past.ts';
import { later } from './later.ts';

const AT_ONCE = 200;
const ALIVE_MS = 120_000;

export async function awardPast(shop: PastShop, row: PastOrdersRow): Promise<boolean> {
  const { id } = shop;
  for (let after = row.afterMember; ;) {
    const memberIds = await membersAfter(pool(), id, after, AT_ONCE);
    const isEnd = memberIds.length < AT_ONCE;
    after = memberIds.at(-1) ?? after;
    const change = { afterMember: isEnd ? '0' : after, dueAt: later(isEnd ? 0 : ALIVE_MS) };
    const kept = await withTransaction(async (client) => {
      await lockMembers(client, id, { customerIds: [], memberIds }, now());
      if (
        !(await changePastOrders(client, id, 'awarding', {
          ...change,
          ...(isEnd && { step: 'settling-awards' as const }),
        }))
      )
        return false;
      await awardMembers(client, shop, row, memberIds);
      return true;
    });
    if (!kept) return false;
    if (isEnd) return true;
  }
}

/** They must be locked. */
export async function awardMembers(
  client: PoolClient,
  shop: PastShop,
  row: PastOrdersRow,
  memberIds: readonly string[],
): Promise<void> {
  const { id, program } = shop;
  const today = row.awardedOn ?? dayIn(program.timeZone, now());
  const version = row.version ?? program.publishedVersion;
  const wanted = { from: earnsSince(shop, row), version, today, memberIds };
  if ((await letEarn(client, id, wanted)) > 0) await enqueue(client, 'apply_orders', { shopId: id });
}
