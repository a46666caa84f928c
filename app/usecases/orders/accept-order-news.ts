// News of orders, from webhooks or reconciliation, is stored where it isn't older; the ledger follows by a job.
import { createHash } from 'node:crypto';
import {
  NOTHING_TOLD,
  tellSnapshot,
  type HashedSnapshot,
  type OrderTelling,
} from '#app/core/snapshots/merge-news.ts';
import type { OrderNews } from '#app/core/snapshots/order-news.ts';
import type { OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import { now } from '#app/clock.server.ts';
import { tellOrders, type ToldOrder } from '#app/db/orders/order-inbox.server.ts';

export type OrderNewsItem = { shopDomain: string; news: OrderNews };
export type NewsOutcome = 'stored' | 'unknown-shop';

export function hashSnapshot(snapshot: OrderSnapshot): HashedSnapshot {
  const text = JSON.stringify(snapshot);
  return { snapshot, text, hash: createHash('sha1').update(text).digest('hex') };
}

function addNews(telling: OrderTelling, news: OrderNews): OrderTelling {
  switch (news.kind) {
    case 'snapshot':
      return tellSnapshot(telling, hashSnapshot(news.snapshot));
    case 'deletion-hint':
      return { ...telling, deletionHinted: true };
    case 'deleted':
      return { ...telling, deleted: true };
    case 'refund':
      return { ...telling, hintedRefundId: news.refundId };
  }
}

/** One telling per order: a statement can't meet the same row twice. */
function byOrder(items: readonly OrderNewsItem[]): ToldOrder[] {
  const orders = new Map<string, ToldOrder>();
  for (const { shopDomain, news } of items) {
    const orderId = news.kind === 'snapshot' ? news.snapshot.orderId : news.orderId;
    const key = `${shopDomain}/${orderId}`;
    const telling = addNews(orders.get(key)?.telling ?? NOTHING_TOLD, news);
    orders.set(key, { shopDomain, orderId, telling });
  }
  return [...orders.values()];
}

/**
 * Stores the news in one statement, committed when this returns. Items of shops that never installed are named
 * in the answer (same order as `items`); everything else is stored or was known already. Throws when the
 * database doesn't answer: then nothing is stored.
 */
export async function acceptOrderNews(items: readonly OrderNewsItem[]): Promise<NewsOutcome[]> {
  const known = await tellOrders(byOrder(items), now());
  return items.map(({ shopDomain }) => (known.has(shopDomain) ? 'stored' : 'unknown-shop'));
}
