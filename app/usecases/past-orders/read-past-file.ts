// The file's orders go the way of all news, a batch at a time: what a webhook tells meanwhile is newer, and stays.
import { changePastOrders, type PastOrdersRow } from '#app/db/past-orders/past-orders.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { AdminUnavailable } from '#app/errors.ts';
import { pastOrders, type PastOrder } from '#app/shopify/past-orders/past-orders.ts';
import { acceptOrderNews } from '../orders/accept-order-news.ts';
import type { PastShop } from './go-on-with-past.ts';
import { later } from './later.ts';

const BATCH = 200;
/** A job that runs for long has a bell again only when it is late. */
const ALIVE_MS = 120_000;
const AGAIN_MS = 20_000;
/** So often without getting any further, and it isn't tried again by itself. */
const MOST_BREAKS = 5;

type Progress = Pick<PastOrdersRow, 'line' | 'stored' | 'unreadable' | 'alone'>;

/** An interruption costs a batch. Ends also where somebody stopped it. */
export async function readFile(shop: PastShop, row: PastOrdersRow): Promise<boolean> {
  let progress: Progress = row;
  let batch: PastOrder[] = [];
  const store = async () => {
    progress = await storeBatch(shop, batch, progress);
    batch = [];
    return changePastOrders(pool(), shop.id, 'reading', { ...progress, breaks: 0, dueAt: later(ALIVE_MS) });
  };
  try {
    for await (const order of pastOrders(shop.domain, row.url ?? '', row.line)) {
      if (batch.length >= BATCH && !(await store())) return false;
      batch.push(order);
    }
  } catch (error) {
    if (!(error instanceof AdminUnavailable)) throw error;
    return breakOff(shop, row, progress.line);
  }
  const isShort = seenOf(withBatch(batch, progress)) < row.found;
  // Its last order may lack what would have followed.
  if (isShort) batch.pop();
  if (batch.length > 0 && !(await store())) return false;
  if (isShort) return breakOff(shop, row, progress.line);
  return changePastOrders(pool(), shop.id, 'reading', { step: 'alone', dueAt: later(AGAIN_MS) });
}

async function storeBatch(
  { domain }: PastShop,
  batch: readonly PastOrder[],
  before: Progress,
): Promise<Progress> {
  const whole = batch.flatMap(({ snapshot }) => snapshot ?? []);
  if (whole.length > 0)
    await acceptOrderNews(
      whole.map((snapshot) => ({ shopDomain: domain, news: { kind: 'snapshot', snapshot } })),
    );
  return withBatch(batch, before);
}

function withBatch(batch: readonly PastOrder[], { line, stored, unreadable, alone }: Progress): Progress {
  const byThemselves = batch.flatMap(({ snapshot, orderId }) =>
    snapshot === null && orderId !== null ? [orderId] : [],
  );
  return {
    line: batch.at(-1)?.line ?? line,
    stored: stored + batch.filter(({ snapshot }) => snapshot !== null).length,
    unreadable: unreadable + batch.filter(({ orderId }) => orderId === null).length,
    alone: [...new Set([...alone, ...byThemselves])],
  };
}

/** Orders of the file so far, none forgotten: fewer than Shopify counted, and a file that ended well is short all the same. */
const seenOf = ({ stored, unreadable, alone }: Progress): number => stored + unreadable + alone.length;

/** It goes on from the last batch; a file that is gone, or always breaks off at the same place, is the merchant's to know. */
async function breakOff(
  { id }: PastShop,
  { line, breaks }: PastOrdersRow,
  reached: number,
): Promise<boolean> {
  const inVain = reached > line ? 1 : breaks + 1;
  const change =
    inVain < MOST_BREAKS
      ? ({ breaks: inVain, dueAt: later(AGAIN_MS) } as const)
      : ({ step: 'failed', goesOnWith: 'asked', why: 'file-broken', breaks: 0, dueAt: null } as const);
  await changePastOrders(pool(), id, 'reading', change);
  return false;
}
