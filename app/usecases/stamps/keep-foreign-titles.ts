// A discount that was renamed by hand has had orders under its foreign title: they took the card's free units, too.
import { now } from '#app/clock.server.ts';
import type { ProgramVersion } from '#app/core/program/program-rules.ts';
import { titlesOfVersions } from '#app/core/program/titles-of-versions.ts';
import { cardsNamed, foldTitle, titleSpans } from '#app/core/stamps/title-spans.ts';
import type { ShopDiscount } from '#app/db/discounts/shop-discounts.server.ts';
import { cardOwner } from '#app/core/discounts/discount-owner.ts';
import { keepSeenTitles, touchOrdersNaming, type CardTitle } from '#app/db/stamps/card-titles.server.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { withTransaction } from '#app/db/pool.server.ts';
import { log } from '#app/log.server.ts';

/** Orders may be told a day late, and applied before the title was known. */
const LOOK_BACK_MS = 24 * 60 * 60 * 1000;
const THE_BEGINNING = new Date(0);
/** The look itself takes a while. */
const A_LOOK_MS = 10 * 60 * 1000;

/** A title that Shopify shows. `endsAt` is when its discount ends or has ended, an ISO text. */
export type ShownTitle = CardTitle & { endsAt: string | null };

/** Titles that no version gave lately are kept as seen; where that is news, orders that named them are applied again. */
export async function keepForeignTitles(
  shopId: number,
  titles: readonly ShownTitle[],
  { kept, versions }: { kept: readonly ShopDiscount[]; versions: readonly ProgramVersion[] },
): Promise<void> {
  const spans = titleSpans(titlesOfVersions(versions));
  const isPublished = ({ cardKey, title }: CardTitle) =>
    cardsNamed(spans.get(foldTitle(title)), now().getTime()).includes(cardKey);
  const foreign = titles
    .filter((title) => !isPublished(title))
    .map(({ endsAt, ...title }) => ({ ...title, endsAt, from: lookBefore(title.cardKey, kept) }))
    .filter(({ endsAt, from }) => endsAt === null || new Date(endsAt) >= from);
  if (foreign.length > 0) await keepSeen(shopId, foreign);
}

async function keepSeen(shopId: number, titles: readonly (CardTitle & { from: Date })[]): Promise<void> {
  await withTransaction(async (client) => {
    const news = await keepSeenTitles(client, shopId, titles, now());
    if (news.length === 0) return;
    const texts = news.map(({ title }) => title);
    const earliest = Math.min(...titles.map(({ from }) => from.getTime()));
    const since = new Date(Math.max(THE_BEGINNING.getTime(), earliest - LOOK_BACK_MS));
    const orders = await touchOrdersNaming(client, shopId, texts, since);
    log.warn({ shopId, titles: texts, orders }, 'discounts bore foreign titles');
    if (orders > 0) await enqueue(client, 'apply_orders', { shopId });
  });
}

/** Since the card's discount was seen with its own title. */
function lookBefore(cardKey: string, kept: readonly ShopDiscount[]): Date {
  const checkedAt = kept.find(({ owner }) => owner === cardOwner(cardKey))?.checkedAt;
  return checkedAt ? new Date(checkedAt.getTime() - A_LOOK_MS) : THE_BEGINNING;
}
