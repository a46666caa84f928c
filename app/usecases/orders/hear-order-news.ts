// News of orders from webhooks: stored as any news, and noted as a sign of life of the shop's webhooks.
import { now } from '#app/clock.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { noteHeard } from '#app/db/shop/webhook-deliveries.server.ts';
import { noteSignOfLife } from '#app/db/shop/left-shops.server.ts';
import { acceptOrderNews, type NewsOutcome, type OrderNewsItem } from './accept-order-news.ts';

/** A sign of life is written at most this often per shop and process. */
const EVERY_MS = 60_000;
const notedAt = new Map<string, number>();
/** Shops are many and restarts are rare; forgetting costs one more statement. */
const MOST_KEPT = 20_000;

/** As `acceptOrderNews`; throws as it does, and then nothing is stored. */
export async function hearOrderNews(items: readonly OrderNewsItem[]): Promise<NewsOutcome[]> {
  const outcomes = await acceptOrderNews(items);
  const at = now();
  const domains = new Set(items.map(({ shopDomain }) => shopDomain));
  const due = [...domains].filter((domain) => at.getTime() - (notedAt.get(domain) ?? 0) >= EVERY_MS);
  if (due.length === 0) return outcomes;
  await noteHeard(pool(), due, at);
  await noteSignOfLife(pool(), due, at);
  if (notedAt.size > MOST_KEPT) notedAt.clear();
  for (const domain of due) notedAt.set(domain, at.getTime());
  return outcomes;
}
