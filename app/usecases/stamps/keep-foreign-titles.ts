// A discount that was renamed by hand has had orders under its foreign title: they took the card's free units, too.
import { now } from '#app/clock.server.ts';
import type { CardDiscount } from '#app/db/discounts/card-discounts.server.ts';
import { keepCardTitles, touchOrdersNaming, type CardTitle } from '#app/db/stamps/card-titles.server.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { withTransaction } from '#app/db/pool.server.ts';
import { log } from '#app/log.server.ts';

/** Orders may be told a day late, and applied before the title was known. */
const LOOK_BACK_MS = 24 * 60 * 60 * 1000;
const THE_BEGINNING = 0;

/** Titles that are new are kept, and orders that named them since the last look are applied again. */
export async function keepForeignTitles(
  shopId: number,
  titles: readonly CardTitle[],
  kept: readonly CardDiscount[],
): Promise<void> {
  if (titles.length === 0) return;
  await withTransaction(async (client) => {
    const added = await keepCardTitles(client, shopId, titles, now());
    if (added.length === 0) return;
    const texts = added.map(({ title }) => title);
    const orders = await touchOrdersNaming(client, shopId, texts, since(kept));
    log.warn({ shopId, titles: texts, orders }, 'discounts bore foreign titles');
    if (orders > 0) await enqueue(client, 'apply_orders', { shopId });
  });
}

/** Since the discounts were seen with their own titles. */
function since(kept: readonly CardDiscount[]): Date {
  const seen = kept.map(({ checkedAt }) => checkedAt?.getTime() ?? THE_BEGINNING);
  return new Date(Math.max(THE_BEGINNING, Math.min(...seen) - LOOK_BACK_MS));
}
