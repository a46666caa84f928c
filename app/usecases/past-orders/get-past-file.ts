// The file of past orders, which Shopify makes in its own time.
import { setTimeout as wait } from 'node:timers/promises';
import { startOfDay } from '#app/core/values/days.ts';
import { changePastOrders, type PastOrdersRow } from '#app/db/past-orders/past-orders.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { bulkState, startBulk } from '#app/shopify/admin-api/bulk-operations.ts';
import { pastOrdersQuery } from '#app/shopify/past-orders/past-orders-query.ts';
import type { PastShop } from './go-on-with-past.ts';
import { later } from './later.ts';

const BUSY_MS = 60_000;
/** Small shops are done within seconds; a larger one is looked at by the bell. */
const LOOKS_MS = [0, 500, 1_000, 2_000, 4_000];
const AGAIN_MS = 15_000;
/** It tells again whatever an earlier file told. */
const FROM_ITS_START = { line: 0, breaks: 0, stored: 0, unreadable: 0, alone: [], readAlone: 0 };

export async function askForFile({ id, domain, program }: PastShop, row: PastOrdersRow): Promise<boolean> {
  const since = row.sinceDay === null ? null : startOfDay(program.timeZone, row.sinceDay);
  const query = pastOrdersQuery(since, program.earnsFrom);
  const bulkId = await startBulk(domain, query);
  if (bulkId === null) {
    await changePastOrders(pool(), id, 'asked', { dueAt: later(BUSY_MS) });
    return false;
  }
  return changePastOrders(pool(), id, 'asked', { step: 'made', bulkId, dueAt: later(AGAIN_MS) });
}

export async function waitForFile({ id, domain }: PastShop, { bulkId }: PastOrdersRow): Promise<boolean> {
  for (const pause of LOOKS_MS) {
    await wait(pause);
    const found = await bulkState(domain, bulkId ?? '0');
    if (found.state === 'failed') {
      const failed = { step: 'failed', goesOnWith: 'asked', why: 'bulk-failed', dueAt: null } as const;
      await changePastOrders(pool(), id, 'made', failed);
      return false;
    }
    if (found.state === 'done') {
      const { url, objects } = found;
      const next = url === null ? 'settling' : 'reading';
      const change = { ...FROM_ITS_START, step: next, url, found: objects, dueAt: later(AGAIN_MS) } as const;
      return changePastOrders(pool(), id, 'made', change);
    }
    if (!(await changePastOrders(pool(), id, 'made', { found: found.objects, dueAt: later(AGAIN_MS) })))
      return false;
  }
  return false;
}
